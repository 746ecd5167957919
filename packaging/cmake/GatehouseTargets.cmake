# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The two interface targets every target links (gatehouse::options, gatehouse::warnings) and the helpers that make
# one library per core folder and one program per test.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Network HttpServer)
if(GATEHOUSE_UI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg)
endif()
if(GATEHOUSE_TESTS)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
find_package(OpenSSL 3.0 REQUIRED)
find_package(Qt6Keychain REQUIRED)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(CARES REQUIRED IMPORTED_TARGET libcares)

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_AUTOMOC ON)

add_library(gatehouse_options INTERFACE)
add_library(gatehouse::options ALIAS gatehouse_options)
target_compile_features(gatehouse_options INTERFACE cxx_std_20)
target_include_directories(gatehouse_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(gatehouse_options INTERFACE
    GATEHOUSE_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(GATEHOUSE_SANITIZE)
    target_compile_options(gatehouse_options INTERFACE -fsanitize=${GATEHOUSE_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(gatehouse_options INTERFACE -fsanitize=${GATEHOUSE_SANITIZE})
endif()

add_library(gatehouse_warnings INTERFACE)
add_library(gatehouse::warnings ALIAS gatehouse_warnings)
target_compile_options(gatehouse_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    # g++ 12 sees overlapping copies in every "text" + std::string (GCC bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    $<$<BOOL:${GATEHOUSE_WERROR}>:-Werror>)

include(GatehouseHeaders)

# gatehouse_library(NAME SOURCES a.cpp ... LINKS lib ... [HEADERS widget_headers]): the static library gatehouse_NAME of
# one folder. A library that links nothing has no Qt and so no headers worth sharing.
function(gatehouse_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "HEADERS" "SOURCES;LINKS")
    add_library(gatehouse_${name} STATIC ${arg_SOURCES})
    add_library(gatehouse::${name} ALIAS gatehouse_${name})
    set_target_properties(gatehouse_${name} PROPERTIES CXX_EXTENSIONS OFF)
    target_link_libraries(gatehouse_${name} PUBLIC gatehouse::options ${arg_LINKS} PRIVATE gatehouse::warnings)
    if(arg_HEADERS)
        gatehouse_reuse_headers(gatehouse_${name} ${arg_HEADERS})
    elseif(arg_LINKS)
        gatehouse_reuse_headers(gatehouse_${name} core_headers)
    endif()
endfunction()

# gatehouse_test(tst_router LINKS gatehouse::routing ...): one Qt Test program, run by CTest without a display.
function(gatehouse_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF
        RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE Qt6::Test ${arg_LINKS} gatehouse::options gatehouse::warnings)
    if(gatehouse_application IN_LIST arg_LINKS)
        gatehouse_reuse_headers(${name} widget_headers)
    else()
        gatehouse_reuse_headers(${name} core_headers)
    endif()
    target_compile_definitions(${name} PRIVATE GATEHOUSE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        GATEHOUSE_BINARY_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8" TIMEOUT 300)
endfunction()
