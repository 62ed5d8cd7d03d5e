# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=… -DLUPDATE=… -DTS=FILE [-DDE=FILE] -P update.cmake: takes the plurals of the window's sources into FILE. English needs no other
# texts: they stand in the sources. New ones get the regular forms, "%n client(s)" those of "client"; others are amended by hand.
cmake_minimum_required(VERSION 3.22)

execute_process(
    COMMAND ${LUPDATE} -silent -pluralonly -no-obsolete -locations none -source-language en -target-language en
        -I . -I core ui app core/fault/faultkinds.cpp -ts ${TS}
    WORKING_DIRECTORY ${ROOT} RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "lupdate failed")
endif()
file(READ "${TS}" text)
set(empty "<numerusform></numerusform>")
set(unfinished "<source>([^<]*)</source>[ \n]*<translation type=\"unfinished\">[ \n]*${empty}[ \n]*${empty}[ \n]*</translation>")
while(text MATCHES "${unfinished}")
    set(found "${CMAKE_MATCH_0}")
    set(source "${CMAKE_MATCH_1}")
    string(REPLACE "(s)" "" one "${source}")
    string(REPLACE "(s)" "s" many "${source}")
    string(CONCAT finished "<source>${source}</source>\n        <translation>\n            <numerusform>${one}</numerusform>\n"
        "            <numerusform>${many}</numerusform>\n        </translation>")
    string(REPLACE "${found}" "${finished}" text "${text}")
endwhile()
file(WRITE "${TS}" "${text}")

# German has every text; new ones come unfinished.
if(DE)
    execute_process(
        COMMAND ${LUPDATE} -silent -no-obsolete -locations none -source-language en -target-language de -I . -I core ui app core/fault/faultkinds.cpp -ts ${DE}
        WORKING_DIRECTORY ${ROOT} RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "lupdate failed for ${DE}")
    endif()
endif()
