// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/yaml/yaml_text.h"

namespace gatehouse {

YamlText::YamlText(Project &project, QObject *parent)
    : QObject(parent)
    , m_project(project)
{
    m_pool.setMaxThreadCount(1);
}

YamlText::~YamlText()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void YamlText::write(Secrets secrets)
{
    const SchemaRegistry &registry = m_project.store().registry();
    start([this, &registry, secrets, config = m_project.store().config(), kept = m_project.kept()] {
        const Kept shown = secrets == Secrets::Shown ? kept : withDots(registry, config, kept);
        const PlacedYaml yaml = writePlacedYaml(registry, config, shown);
        return ThreadMember::Task([this, yaml] { emit written(yaml); });
    });
}

void YamlText::parse(const QByteArray &text)
{
    const ConfigStore &store = m_project.store();
    start([this, text, &registry = store.registry(), &clock = store.clock(), environment = m_project.environment()] {
        const Result<OpenedFile> file = DeclarativeLoader(registry, clock).open(text, environment);
        return ThreadMember::Task([this, file] {
            if (file)
                emit read(*file);
            else
                emit refused(file.error());
        });
    });
}

void YamlText::start(std::function<ThreadMember::Task()> work)
{
    m_pool.clear();
    m_pool.start([this, generation = ++m_generation, work = std::move(work)] {
        m_mailbox.post([this, generation, then = work()] {
            if (generation == m_generation)
                then();
        });
    });
}

} // namespace gatehouse
