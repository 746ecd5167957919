// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/file_log/file_log.h"

#include "core/plugins/log_record.h"
#include "core/plugins/log_sink.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

class FileLog final : public Plugin
{
public:
    explicit FileLog(LogFileId file) : m_file(file) {}

    void onFinished(Exchange &exchange, const WorkerServices &worker) const override
    {
        const auto limit = static_cast<std::uint32_t>(logRecordLimit(exchange));
        if (char *line = worker.logs->begin(limit))
            worker.logs->commit(m_file, static_cast<std::uint32_t>(writeLogRecord(exchange, line)));
    }

private:
    LogFileId m_file;
};

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &services)
{
    const QString path = binding.config.value("path"_L1).toString();
    const bool reopen = binding.config.value("reopen"_L1).toBool();
    return std::shared_ptr<const Plugin>(std::make_shared<const FileLog>(services.logFiles.idFor(path, reopen)));
}

} // namespace

const PluginType &fileLogPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("file-log"), 9, nullptr, create, nullptr};
    return type;
}

} // namespace gatehouse
