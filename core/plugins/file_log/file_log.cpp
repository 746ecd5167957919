// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/file_log/file_log.h"

#include "core/plugins/log_edits.h"
#include "core/plugins/log_record.h"
#include "core/plugins/log_sink.h"
#include "core/plugins/redacted_names.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

class FileLog final : public Plugin
{
public:
    FileLog(const LogEdits &edits, LogFileId file, std::shared_ptr<const RedactedNames> secrets)
        : m_file(file)
        , m_edits(edits)
        , m_secrets(std::move(secrets))
    {
    }

    void onFinished(Exchange &exchange, const WorkerServices &worker) const override
    {
        const std::size_t limit = logRecordLimit(exchange);
        char *const line = worker.logs->begin(static_cast<std::uint32_t>(m_edits.limit(limit)));
        if (!line)
            return;
        const RedactedNames &secrets = worker.redactsKeys ? *m_secrets : m_noSecrets;
        const std::size_t size =
            m_edits.isEmpty() ? writeLogRecord(exchange, secrets, line) : writeEdited(exchange, secrets, limit, line);
        worker.logs->commit(m_file, static_cast<std::uint32_t>(size));
    }

private:
    std::size_t writeEdited(Exchange &exchange, const RedactedNames &secrets, std::size_t limit, char *line) const
    {
        char *const record = exchange.arena.allocate(limit);
        std::size_t size = writeLogRecord(exchange, secrets, record);
        size = m_edits.apply({record, size - 1}, line); // the newline stays outside
        line[size] = '\n';
        return size + 1;
    }

    LogFileId m_file;
    LogEdits m_edits;
    std::shared_ptr<const RedactedNames> m_secrets;
    RedactedNames m_noSecrets;
};

std::shared_ptr<const void> prepare(const PluginServices &services)
{
    return std::make_shared<const RedactedNames>(services.config);
}

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &services)
{
    const QString path = binding.config.value("path"_L1).toString();
    const bool reopen = binding.config.value("reopen"_L1).toBool();
    const LogEdits edits(binding.config.value("custom_fields_by_lua"_L1).toObject());
    if (!edits.ignoredNames().isEmpty()) {
        services.warnings << u"plugin 'file-log' (id %1): no Lua is run, these custom fields have no effect: %2"_s.arg(
            binding.id, edits.ignoredNames().join(u", "_s));
    }
    if (!path.startsWith(u'/')) {
        services.warnings
            << u"plugin 'file-log' (id %1): '%2' is no absolute path, it depends on where the program was "
               "started"_s.arg(binding.id, path);
    }
    return std::shared_ptr<const Plugin>(std::make_shared<const FileLog>(
        edits, services.logFiles.idFor(path, reopen), std::static_pointer_cast<const RedactedNames>(binding.shared)));
}

} // namespace

const PluginType &fileLogPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("file-log"), 9, prepare, create, nullptr};
    return type;
}

} // namespace gatehouse
