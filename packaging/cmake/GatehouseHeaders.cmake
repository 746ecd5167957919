# SPDX-FileCopyrightText: Gatehouse contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Two sets of foreign headers that are parsed once for all targets: most of a build is reading Qt. They only save
# time: a source file still includes what it uses, which -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON proves.

# gatehouse_headers(NAME LINKS Qt6::Core ... FILES <QString> ...): a set of headers, with the flags of all targets.
function(gatehouse_headers name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINKS;FILES")
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/${name}.cpp" CONTENT "")
    add_library(gatehouse_${name} OBJECT "${CMAKE_BINARY_DIR}/${name}.cpp")
    set_target_properties(gatehouse_${name} PROPERTIES CXX_EXTENSIONS OFF AUTOMOC OFF)
    target_link_libraries(gatehouse_${name} PRIVATE ${arg_LINKS} gatehouse::options gatehouse::warnings)
    target_precompile_headers(gatehouse_${name} PRIVATE ${arg_FILES})
endfunction()

set(core_header_files
    <algorithm> <array> <atomic> <chrono> <cstdint> <functional> <memory> <optional> <span> <string> <string_view>
    <unordered_map> <utility> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QMap> <QObject> <QRegularExpression> <QSet> <QString> <QStringBuilder> <QStringList> <QTimer>
    <QUrl> <QVariant>)
gatehouse_headers(core_headers LINKS Qt6::Core FILES ${core_header_files})
if(GATEHOUSE_UI)
    gatehouse_headers(widget_headers LINKS Qt6::Widgets FILES ${core_header_files} <QtWidgets>)
endif()

# gatehouse_reuse_headers(TARGET core_headers): the target's sources start from that set. Its defines must be the target's
# too, or the compiler reads everything again.
function(gatehouse_reuse_headers target name)
    target_precompile_headers(${target} REUSE_FROM gatehouse_${name})
    # Read this way the standard library no longer counts as foreign, and g++ 12 sees endless copies in std::string.
    if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
        target_compile_options(${target} PRIVATE
            "$<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overflow>")
    endif()
endfunction()
