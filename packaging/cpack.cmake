# `cpack -G DEB` or `cpack -G TGZ` in a build directory writes to dist/.
set(CPACK_PACKAGE_VENDOR "The Carillon authors")
set(CPACK_PACKAGE_CONTACT "The Carillon authors <carillon@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Decides when work runs, runs it, and shows what happened")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Carillon)
set(CPACK_PACKAGE_EXECUTABLES carillon Carillon)
set(CPACK_OUTPUT_FILE_PREFIX ${PROJECT_SOURCE_DIR}/dist)
set(CPACK_STRIP_FILES ON)

if(WIN32)
    set(CPACK_GENERATOR NSIS)
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
else()
    set(CPACK_GENERATOR DEB TGZ)
endif()

# Plugins and data are named by hand: nothing links them, so the automatic search does not see them.
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, tzdata")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "python3, qt6-translations-l10n, fonts-noto-cjk")

include(CPack)
