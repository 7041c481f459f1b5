# The WASM toolchain: Debian's clang with wasi-libc and libc++ (docs/adr/0003-wasm.md).

set(CMAKE_SYSTEM_NAME Generic)  # "WASI" makes CMake 3.25 print a nag at every run.
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_CXX_COMPILER clang++-22)
set(CMAKE_CXX_COMPILER_WORKS 1)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)  # Debian has no libraries under wasm32-wasip1.
set(CMAKE_CXX_FLAGS_INIT "-Wno-deprecated -fno-exceptions -fno-rtti -msimd128")
# clang would run whatever wasm-opt it finds, and give other bytes on other machines.
set(CMAKE_EXE_LINKER_FLAGS_INIT "--no-wasm-opt")
set(CMAKE_CXX_FLAGS_RELEASE_INIT "-O3 -flto -DNDEBUG")
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(WASI 1)
