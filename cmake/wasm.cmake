# The engine for the browser. Exports are listed in src/wasm/exports.txt, which a test compares.

# Debian's general include folder would bring glibc's headers in front of wasi-libc's, so the one
# library we use is reached through a folder that holds nothing else.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/headers)
file(CREATE_LINK /usr/include/tl ${CMAKE_BINARY_DIR}/headers/tl SYMBOLIC)
target_include_directories(amends_flags SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/headers)
target_compile_definitions(amends_flags INTERFACE
  _LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_EXTENSIVE)

add_executable(amends_wasm src/wasm/abi.cc)
target_link_libraries(amends_wasm PRIVATE amends_core)
set_target_properties(amends_wasm PROPERTIES OUTPUT_NAME amends SUFFIX .wasm)
target_link_options(amends_wasm PRIVATE -mexec-model=reactor
  -Wl,--strip-all,-z,stack-size=1048576,--stack-first,--max-memory=1073741824)
