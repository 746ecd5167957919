// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/file_log/file_log.h"

#include "core/plugins/log_edits.h"
#include "core/plugins/log_record.h"
#include "core/plugins/log_sink.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

class FileLog final : public Plugin
{
public:
    FileLog(const LogEdits &edits, LogFileId file)
        : m_file(file)
        , m_edits(edits)
    {
    }

    void onFinished(Exchange &exchange, const WorkerServices &worker) const override
    {
        const std::size_t limit = logRecordLimit(exchange);
        char *const line = worker.logs->begin(static_cast<std::uint32_t>(m_edits.limit(limit)));
        if (!line)
            return;
        const std::size_t size =
            m_edits.isEmpty() ? writeLogRecord(exchange, line) : writeEdited(exchange, limit, line);
        worker.logs->commit(m_file, static_cast<std::uint32_t>(size));
    }

private:
    std::size_t writeEdited(Exchange &exchange, std::size_t limit, char *line) const
    {
        char *const record = exchange.arena.allocate(limit);
        std::size_t size = writeLogRecord(exchange, record);
        size = m_edits.apply({record, size - 1}, line); // the newline stays outside
        line[size] = '\n';
        return size + 1;
    }

    LogFileId m_file;
    LogEdits m_edits;
};

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &services)
{
    const QString path = binding.config.value("path"_L1).toString();
    const bool reopen = binding.config.value("reopen"_L1).toBool();
    const LogEdits edits(binding.config.value("custom_fields_by_lua"_L1).toObject());
    if (!edits.ignoredNames().isEmpty()) {
        services.warnings << u"plugin 'file-log' (id %1): no Lua is run, these custom fields have no effect: %2"_s.arg(
            binding.id, edits.ignoredNames().join(u", "_s));
    }
    return std::shared_ptr<const Plugin>(std::make_shared<const FileLog>(edits, services.logFiles.idFor(path, reopen)));
}

} // namespace

const PluginType &fileLogPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("file-log"), 9, nullptr, create, nullptr};
    return type;
}

} // namespace gatehouse
