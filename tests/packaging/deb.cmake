# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DBUILD=FOLDER -DWORK=FOLDER -DCPACK=… -DDPKG_DEB=… -DLINTIAN=… -P deb.cmake: makes the .deb of what is built, looks for what
# has to be in it, and lets lintian look at it.
cmake_minimum_required(VERSION 3.22)

if(NOT DPKG_DEB OR NOT LINTIAN)
    message(STATUS "SKIPPED: dpkg-deb and lintian are not both here")
    return()
endif()
file(REMOVE_RECURSE "${WORK}/deb")
execute_process(COMMAND ${CPACK} -G DEB --config "${BUILD}/CPackConfig.cmake" -B "${WORK}/deb" RESULT_VARIABLE status
    OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "cpack failed; is all of it built?\n${said}")
endif()
file(GLOB packages "${WORK}/deb/*.deb")
list(LENGTH packages count)
if(NOT count EQUAL 1)
    message(FATAL_ERROR "${count} packages were made")
endif()
execute_process(COMMAND ${DPKG_DEB} --contents ${packages} OUTPUT_VARIABLE contents COMMAND_ERROR_IS_FATAL ANY)
foreach(file bin/pushscope bin/pushscope-hub lib/systemd/user/pushscope-hub.service share/applications/pushscope.desktop
        share/doc/pushscope/changelog.gz share/doc/pushscope/copyright share/doc/pushscope/manual.md
        share/icons/hicolor/scalable/apps/pushscope.svg share/man/man1/pushscope.1.gz share/man/man1/pushscope-hub.1.gz
        share/metainfo/org.pushscope.Pushscope.metainfo.xml share/mime/packages/pushscope.xml)
    if(NOT contents MATCHES "root/root [^\n]* ./usr/${file}\n")
        message(FATAL_ERROR "usr/${file} is not in the package, or not root's:\n${contents}")
    endif()
endforeach()
execute_process(COMMAND ${LINTIAN} --profile debian --fail-on error,warning --tag-display-limit 0 ${packages} RESULT_VARIABLE status
    OUTPUT_VARIABLE said ERROR_VARIABLE said)
message(STATUS "${said}")
if(NOT status EQUAL 0)
    message(FATAL_ERROR "lintian found the above")
endif()
file(REMOVE_RECURSE "${WORK}/deb")
