// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/yaml/yaml_text.h"

#include <algorithm>

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

void YamlText::write(Secrets secrets, const QString &file)
{
    const SchemaRegistry &registry = m_project.store().registry();
    start([this, &registry, secrets, file, config = m_project.store().config(), kept = m_project.kept()] {
        const Kept shown = secrets == Secrets::Shown ? kept : withDots(registry, config, kept);
        const PlacedYaml yaml =
            file.isEmpty() ? writePlacedYaml(registry, config, shown) : writePlacedFile(registry, config, shown, file);
        return ThreadMember::Task([this, yaml] { emit written(yaml); });
    });
}

void YamlText::parse(const QByteArray &text, const QString &file)
{
    const ConfigStore &store = m_project.store();
    start([this, text, name = file, &registry = store.registry(), &clock = store.clock(), config = store.config(),
           kept = m_project.kept(), environment = m_project.environment()] {
        QList<FileText> texts = name.isEmpty() ? QList<FileText>() : writeFiles(registry, config, kept);
        const auto mine =
            std::find_if(texts.begin(), texts.end(), [&name](const FileText &each) { return each.name == name; });
        if (mine == texts.end())
            texts = {{{}, text}};
        else
            mine->text = text;
        const Result<OpenedFile> result = DeclarativeLoader(registry, clock).open(texts, environment);
        return ThreadMember::Task([this, result] {
            if (result)
                emit read(*result);
            else
                emit refused(result.error());
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
