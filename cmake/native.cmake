# What is built for this machine: packc, the command line, tests, benchmarks and fuzz targets.

file(GLOB packc_sources CONFIGURE_DEPENDS tools/packc/*.cc)
add_executable(packc ${packc_sources})
target_include_directories(packc PRIVATE tools)
target_link_libraries(packc PRIVATE amends_flags amends_packc_base)

# packc uses exceptions (toml++ throws), so it has its own copy of what it shares: the reader, for
# it tries every example of every rule, and the list of measures.
file(GLOB packc_shared CONFIGURE_DEPENDS src/base/*.cc src/text/*.cc src/reader/*.cc
  src/guide/measure.cc)
list(FILTER packc_shared EXCLUDE REGEX "_test\\.cc$")
add_library(amends_packc_base STATIC ${packc_shared})
target_link_libraries(amends_packc_base PUBLIC amends_flags)

set(packs ${CMAKE_BINARY_DIR}/packs)
file(MAKE_DIRECTORY ${packs})
file(GLOB_RECURSE guide_files CONFIGURE_DEPENDS guide/*.toml lang/*.toml lang/*.txt)
add_custom_command(
  OUTPUT ${packs}/stamp
  COMMAND packc ${PROJECT_SOURCE_DIR} guide ${packs}/guide.json
  COMMAND packc ${PROJECT_SOURCE_DIR} app ${packs}/words.json
  COMMAND packc ${PROJECT_SOURCE_DIR} cli ${packs}/cli.json
  COMMAND packc ${PROJECT_SOURCE_DIR} reader ${packs}/reader.bin
  COMMAND ${CMAKE_COMMAND} -E touch ${packs}/stamp
  BYPRODUCTS ${packs}/guide.json ${packs}/words.json ${packs}/cli.json ${packs}/reader.bin
  DEPENDS packc ${guide_files}
  COMMENT "Compiling the guide")
add_custom_target(packs DEPENDS ${packs}/stamp)

# Trains the reader's model (make model); not part of any other build.
file(GLOB train_sources CONFIGURE_DEPENDS tools/train/*.cc)
add_executable(reader_train EXCLUDE_FROM_ALL ${train_sources})
target_include_directories(reader_train PRIVATE tools)
target_link_libraries(reader_train PRIVATE amends_packc_base)

# The vault is native only: the browser has its own libsodium, so none of it enters the core.
enable_language(ASM)
find_library(sodium sodium REQUIRED)
file(GLOB vault_sources CONFIGURE_DEPENDS src/crypto/*.cc src/vault/*.cc)
list(FILTER vault_sources EXCLUDE REGEX "_test\\.cc$")
add_library(amends_vault STATIC ${vault_sources} src/vault/recovery_words.S)
set_source_files_properties(src/vault/recovery_words.S PROPERTIES
  COMPILE_DEFINITIONS "RECOVERY_WORDS=\"${PROJECT_SOURCE_DIR}/lang/recovery-words.txt\""
  OBJECT_DEPENDS "${PROJECT_SOURCE_DIR}/lang/recovery-words.txt")
target_compile_options(amends_vault PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
target_link_libraries(amends_vault PUBLIC amends_flags amends_core PRIVATE ${sodium})

file(GLOB cli_sources CONFIGURE_DEPENDS src/cli/*.cc)
list(FILTER cli_sources EXCLUDE REGEX "_test\\.cc$|main\\.cc$")
add_library(amends_cli STATIC ${cli_sources} src/cli/packs.S)
target_compile_definitions(amends_cli PRIVATE AMENDS_VERSION="${PROJECT_VERSION}")
set_source_files_properties(src/cli/packs.S PROPERTIES
  COMPILE_DEFINITIONS "GUIDE_PACK=\"${packs}/guide.json\";CLI_PACK=\"${packs}/cli.json\";READER_PACK=\"${packs}/reader.bin\""
  OBJECT_DEPENDS "${packs}/stamp")
target_compile_options(amends_cli PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
target_link_libraries(amends_cli PUBLIC amends_core amends_vault)
add_dependencies(amends_cli packs)
add_executable(amends src/cli/main.cc)
target_link_libraries(amends PRIVATE amends_cli)

# Makes tests/vectors/vault/ from fixed bytes; not part of any other build.
add_executable(vault_vectors EXCLUDE_FROM_ALL tools/vectors/vault.cc)
target_include_directories(vault_vectors PRIVATE ${PROJECT_SOURCE_DIR})
target_link_libraries(vault_vectors PRIVATE amends_vault)

# The book's calls without the app, for parity and the benchmark in Node. Its events are the tests'.
if(AMENDS_TESTS OR AMENDS_BENCH)
  add_executable(book_calls tests/parity/book_calls.cc tests/support/journal.cc)
  target_compile_definitions(book_calls PRIVATE
    AMENDS_ROOT="${PROJECT_SOURCE_DIR}" AMENDS_PACKS="${packs}")
  target_include_directories(book_calls PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(book_calls PRIVATE amends_core)
  add_dependencies(book_calls packs)
endif()

if(AMENDS_TESTS)
  enable_testing()
  find_package(GTest REQUIRED)
  include(GoogleTest)
  file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS src/*_test.cc tests/*.cc)
  list(FILTER test_sources EXCLUDE REGEX "parity/")  # A program of its own.
  add_executable(amends_tests ${test_sources})
  # GoogleTest's macros are an if of their own.
  target_compile_options(amends_tests PRIVATE -Wno-dangling-else)
  target_compile_definitions(amends_tests PRIVATE
    AMENDS_ROOT="${PROJECT_SOURCE_DIR}" AMENDS_PACKS="${packs}" AMENDS_BINARIES="${CMAKE_BINARY_DIR}")
  target_include_directories(amends_tests PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(amends_tests PRIVATE amends_cli GTest::gtest_main)
  add_dependencies(amends_tests amends book_calls packs packc)
  gtest_discover_tests(amends_tests DISCOVERY_TIMEOUT 60)
endif()

if(AMENDS_BENCH)
  find_package(benchmark REQUIRED)
  foreach(target check journal)
    add_executable(bench_${target} bench/${target}.cc)
    target_compile_definitions(bench_${target} PRIVATE
      AMENDS_ROOT="${PROJECT_SOURCE_DIR}" AMENDS_PACKS="${packs}")
    target_include_directories(bench_${target} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(bench_${target} PRIVATE amends_vault benchmark::benchmark_main)
    add_dependencies(bench_${target} packs)
  endforeach()
  target_sources(bench_journal PRIVATE tests/support/journal.cc)
  add_executable(bench_read bench/read.cc bench/texts.cc)
  target_compile_definitions(bench_read PRIVATE
    AMENDS_ROOT="${PROJECT_SOURCE_DIR}" AMENDS_PACKS="${packs}")
  target_include_directories(bench_read PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(bench_read PRIVATE amends_core)
  add_dependencies(bench_read packs)
  list(FILTER packc_sources EXCLUDE REGEX "main\\.cc$")
  add_executable(bench_rules bench/rules.cc ${packc_sources})
  target_include_directories(bench_rules PRIVATE tools)
  target_link_libraries(bench_rules PRIVATE amends_packc_base)
endif()

if(AMENDS_FUZZ)
  foreach(target json sheet pack reader rules journal book vault)
    add_executable(fuzz_${target} fuzz/${target}.cc)
    target_compile_definitions(fuzz_${target} PRIVATE
      AMENDS_ROOT="${PROJECT_SOURCE_DIR}" AMENDS_PACKS="${packs}")
    target_include_directories(fuzz_${target} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(fuzz_${target} PRIVATE amends_vault)
    target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzz_${target} packs)
  endforeach()
endif()
