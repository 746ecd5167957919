// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/application.h"

#include "core/base/logging.h"
#include "core/demo/sample_configuration.h"
#include "core/plugins/described/bundled_schemas.h"
#include "ui/main_window/file_commands.h"
#include "ui/main_window/gateway_commands.h"
#include "ui/theme/theme.h"
#include "ui/welcome/tour.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Where something is kept: at its usual place, or beside the settings that a test has.
QString folderOf(const QString &settingsFile, const QString &usual)
{
    return settingsFile.isEmpty() ? usual : QFileInfo(settingsFile).dir().filePath(QFileInfo(usual).fileName());
}

} // namespace

Application::Application(const QString &settingsFile)
    : m_registry(makeSchemaRegistry())
    , m_settings(settingsFile.isEmpty() ? std::make_unique<UiSettings>() : std::make_unique<UiSettings>(settingsFile))
    , m_project(*m_registry, m_clock)
    , m_gateway(m_project, m_clock)
    , m_journal(m_project, folderOf(settingsFile, Journal::defaultFolder()))
    , m_revisions(m_project, m_gateway, folderOf(settingsFile, Revisions::defaultFolder()))
    , m_secrets(m_project)
{
    theme::apply(theme::fromText(m_settings->value(Setting::Theme).toString()));
    m_window = std::make_unique<MainWindow>(m_project, m_gateway, *m_settings, m_secrets, m_revisions);
    connect(m_window.get(), &MainWindow::sampleRequested, this, &Application::startSample);
    connect(m_window.get(), &MainWindow::changesAbandoned, &m_journal, &Journal::clear);
    connect(&m_secrets, &SecretKeeper::journalKeyChanged, &m_journal, &Journal::setKey);
    m_secrets.open(m_settings->value(Setting::SecretsPlace).toString() == "file"_L1 ? SecretsChoice::File
                                                                                    : SecretsChoice::Auto);
    connect(qGuiApp, &QGuiApplication::commitDataRequest, &m_journal, &Journal::writeNow);
}

void Application::start(const StartOptions &options)
{
    m_window->show();
    const std::optional<LeftBehind> left = m_journal.leftBehind();
    if (left && !options.sample && options.fileName.isEmpty())
        m_window->recover(*left);
    else if (options.sample)
        startSample();
    else if (!options.fileName.isEmpty())
        m_window->files().open(options.fileName);
}

void Application::startSample()
{
    m_window->files().whenSaved([this] {
        if (!m_sampleServices) {
            m_sampleServices = std::make_unique<SampleServices>();
            if (!m_sampleServices->start())
                qCWarning(lcUi, "The sample services found no free port on 127.0.0.1.");
        }
        const QString log = QDir::tempPath() + u"/gatehouse-sample-%1.log"_s.arg(QCoreApplication::applicationPid());
        const SampleConfiguration sample = makeSampleConfiguration(*m_sampleServices, log);
        if (const Result<> opened = m_project.openText(sample.yaml); !opened)
            qCWarning(lcUi, "%s", qUtf8Printable(toText(opened.error())));
        m_secrets.startNew();
        m_sampleRequests = std::make_unique<SampleRequests>(sample);
        connect(m_sampleRequests.get(), &SampleRequests::finished, &m_window->tour(), &Tour::offer);
        connect(&m_gateway, &Gateway::started, m_sampleRequests.get(),
                [this] { m_sampleRequests->send(m_gateway.proxyAddress()); });
        m_window->gatewayCommands().start();
    });
}

} // namespace gatehouse
