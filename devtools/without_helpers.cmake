# Read by CMake at the start of llama.cpp's own project. llama-cpp-python asks for the helper library of llama.cpp's
# command line programs, which nothing in the wheel uses: without it half as many files have to be compiled.
set(LLAMA_BUILD_COMMON OFF CACHE BOOL "" FORCE)
