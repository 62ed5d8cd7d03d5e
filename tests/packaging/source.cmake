# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DBUILD=FOLDER -DWORK=FOLDER -DCPACK=… -P source.cmake: makes the source tarball; it has what a build needs and nothing that
# a build or git left.
cmake_minimum_required(VERSION 3.22)

file(REMOVE_RECURSE "${WORK}/source")
execute_process(COMMAND ${CPACK} --config "${BUILD}/CPackSourceConfig.cmake" -B "${WORK}/source" RESULT_VARIABLE status
    OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "cpack failed:\n${said}")
endif()
file(GLOB tarball "${WORK}/source/*.tar.gz")
execute_process(COMMAND ${CMAKE_COMMAND} -E tar tf ${tarball} OUTPUT_VARIABLE contents COMMAND_ERROR_IS_FATAL ANY)
foreach(file CMakeLists.txt LICENSE README.md app/pushscope/main.cpp packaging/run.sh tests/CMakeLists.txt)
    if(NOT contents MATCHES "(^|\n)pushscope-[0-9.]+/${file}\n")
        message(FATAL_ERROR "${file} is not in the tarball")
    endif()
endforeach()
string(REGEX MATCHALL "[^\n]*/(\\.git|build|node_modules|__pycache__)/[^\n]*" rubbish "${contents}")
if(rubbish)
    list(GET rubbish 0 first)
    message(FATAL_ERROR "the tarball has ${first}")
endif()
file(REMOVE_RECURSE "${WORK}/source")
