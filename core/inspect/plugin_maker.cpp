// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/plugin_maker.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

PluginMaker::PluginMaker(const Config &config)
    : m_config(config)
    , m_consumers(m_config)
    , m_services{m_config, m_consumers, m_clock, m_counters, m_logFiles, m_warnings}
{
}

std::shared_ptr<const Plugin> PluginMaker::make(const QJsonObject &row)
{
    const QString name = row.value("name"_L1).toString();
    const auto types = builtinPlugins();
    const auto type =
        std::find_if(types.begin(), types.end(), [&name](const PluginType *each) { return each->name == name; });
    if (type == types.end())
        return nullptr;
    if ((*type)->prepare && !m_shared.contains(name))
        m_shared.insert(name, (*type)->prepare(m_services));
    const PluginBinding binding{row.value("id"_L1).toString(), {}, {}, {}, row.value("config"_L1).toObject(),
                                m_shared.value(name)};
    const auto made = (*type)->create(binding, m_services);
    return made ? *made : nullptr;
}

} // namespace gatehouse
