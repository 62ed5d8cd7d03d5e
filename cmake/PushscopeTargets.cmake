# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The compile options every target shares, and the three functions that make targets.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1") # lines for profiles and backtraces; asserts as the build type has them
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # A precompiled header is only cached with these; the base folder lets checkouts share the cache.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT PUSHSCOPE_SANITIZE)
    add_link_options(-fuse-ld=mold)
endif()

add_library(pushscope_options INTERFACE)
add_library(pushscope::options ALIAS pushscope_options)
target_compile_options(pushscope_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(pushscope_options INTERFACE -fcoroutines)
endif()
if(PUSHSCOPE_WERROR)
    target_compile_options(pushscope_options INTERFACE -Werror)
endif()
target_compile_definitions(pushscope_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    PUSHSCOPE_VERSION="${PROJECT_VERSION}")
target_include_directories(pushscope_options INTERFACE "${CMAKE_SOURCE_DIR}/core" "${CMAKE_SOURCE_DIR}")
if(PUSHSCOPE_SANITIZE)
    add_compile_options(-fsanitize=${PUSHSCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${PUSHSCOPE_SANITIZE})
endif()

# A precompiled header saves a second a file, but its octets differ from checkout to checkout, and ccache then shares nothing between
# them. So only the window, whose headers are the heavy ones, has one.
function(pushscope_use_pch target owner header)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU" OR PUSHSCOPE_NO_PCH)
        return() # Clang insists that it is used with the very same macros
    endif()
    if(target STREQUAL owner)
        target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/${header}")
    else()
        target_precompile_headers(${target} REUSE_FROM ${owner})
    endif()
endfunction()

# pushscope_library(name [GUI] SOURCES … LIBS …): one static library per folder of core/ or ui/. GUI: made of widgets.
# Include paths are core/ and the root: #include "base/result.h", "ui/shell/mainwindow.h".
function(pushscope_library name)
    cmake_parse_arguments(A "GUI" "" "SOURCES;LIBS;PRIVATE_LIBS" ${ARGN})
    add_library(pushscope_${name} STATIC ${A_SOURCES})
    add_library(pushscope::${name} ALIAS pushscope_${name})
    target_link_libraries(pushscope_${name} PUBLIC pushscope_options ${A_LIBS} PRIVATE ${A_PRIVATE_LIBS})
    if(A_GUI)
        target_link_libraries(pushscope_${name} PUBLIC Qt6::Widgets) # which the precompiled header includes
        pushscope_use_pch(pushscope_${name} pushscope_pch_gui pch_gui.h)
    endif()
endfunction()

# pushscope_test(tst_name SOURCES … LIBS … [ENV …] [GUI] [SERIAL]): a Qt Test executable that runs from port 0 and in parallel.
function(pushscope_test name)
    cmake_parse_arguments(A "GUI;SERIAL" "TIMEOUT" "SOURCES;LIBS;ENV" ${ARGN})
    if(NOT PUSHSCOPE_TESTS)
        return()
    endif()
    if(NOT A_SOURCES)
        set(A_SOURCES ${name}.cpp)
    endif()
    if(NOT A_TIMEOUT)
        set(A_TIMEOUT 120)
    endif()
    add_executable(${name} ${A_SOURCES})
    target_link_libraries(${name} PRIVATE pushscope_options pushscope_testsupport ${A_LIBS} Qt6::Test)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${A_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;${A_ENV}")
    if(A_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
    endif()
endfunction()
