# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=… -DLUPDATE=… -DWORK=FOLDER -P translations.cmake: fails where the window's sources have plurals that the English
# translation does not know.
cmake_minimum_required(VERSION 3.22)

set(kept "${ROOT}/resources/translations/pushscope_en.ts")
set(TS "${WORK}/pushscope_en.ts")
configure_file("${kept}" "${TS}" COPYONLY)
include("${ROOT}/resources/translations/update.cmake")
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files "${kept}" "${TS}" RESULT_VARIABLE differs)
if(differs)
    message(FATAL_ERROR "${kept} is not up to date: build the target pushscope_update_translations and look at what it added")
endif()
file(READ "${TS}" text)
string(REGEX MATCHALL "<numerusform>" forms "${text}")
list(LENGTH forms count)
if(count LESS 20)
    message(FATAL_ERROR "only ${count} plural forms found: nothing was looked at")
endif()
