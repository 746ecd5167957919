// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/service_strip.h"

#include "ui/forms/entity_form.h"
#include "ui/inspect/service_url.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

ServiceStrip::ServiceStrip(Workbench &workbench, EntityForm &form, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_form(form)
    , m_url(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_test(new QPushButton(tr("Test upstream"), this))
    , m_result(new QLabel(this))
{
    m_url->setObjectName(u"serviceUrl"_s);
    m_url->setAccessibleName(tr("URL of the upstream"));
    m_url->setPlaceholderText(u"http://orders.local:9000/api"_s);
    m_fault->setObjectName(u"serviceUrlFault"_s);
    m_test->setObjectName(u"testUpstream"_s);
    m_result->setObjectName(u"testUpstreamResult"_s);
    for (QLabel *label : {m_fault, m_result}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->hide();
    }
    layOut();
    connect(m_url, &QLineEdit::textEdited, this, &ServiceStrip::takeUrl);
    connect(m_url, &QLineEdit::editingFinished, &form, &EntityForm::commit);
    connect(m_test, &QPushButton::clicked, this, &ServiceStrip::toggleTest);
    connect(&m_run, &UpstreamTest::progress, m_result, &QLabel::setText);
    connect(&m_run, &UpstreamTest::finished, this, [this](UpstreamTest::Verdict verdict, const QString &text) {
        m_result->setText((verdict == UpstreamTest::Verdict::Answered ? u"✓ "_s : u"✗ "_s) + text);
        m_test->setText(tr("Test upstream"));
    });
}

void ServiceStrip::layOut()
{
    auto *title = new QLabel(tr("&URL"), this);
    title->setBuddy(m_url);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(title);
    line->addWidget(m_url, 1);
    line->addWidget(m_test);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 8, 12, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_fault);
    layout->addWidget(m_result);
}

void ServiceStrip::showRecord(const QJsonObject &service)
{
    const bool isOther = service.value("id"_L1) != m_service.value("id"_L1);
    if (isOther) {
        m_run.cancel();
        m_result->hide();
    }
    m_service = service;
    m_test->setEnabled(!service.value("host"_L1).toString().isEmpty());
    if (m_url->hasFocus() && !isOther)
        return; // it is what the parts follow
    m_url->setText(serviceUrl(service));
    m_fault->hide();
}

void ServiceStrip::takeUrl(const QString &text)
{
    const std::optional<QJsonObject> fields = serviceFields(text);
    m_fault->setVisible(!fields);
    if (fields)
        m_form.setValues(*fields);
    else
        m_fault->setText(tr("⛔ This is no URL yet: protocol://host:port/path"));
}

// A service whose host is an upstream is tested at the upstream's first target.
UpstreamTest::Target ServiceStrip::target() const
{
    UpstreamTest::Target target;
    target.host = m_service.value("host"_L1).toString();
    target.port = static_cast<quint16>(m_service.value("port"_L1).toInt(80));
    target.tls = isTlsProtocol(m_service.value("protocol"_L1).toString());
    target.verifiesCertificate = m_service.value("tls_verify"_L1).toBool(false);
    target.path = m_service.value("path"_L1).toString();
    const auto upstream = m_workbench.config().table(u"upstreams"_s).findBy(u"name"_s, target.host);
    if (!upstream)
        return target;
    const QList<QJsonObject> targets =
        m_workbench.config().table(u"targets"_s).rowsWhere(u"upstream"_s, upstream->value("id"_L1).toString());
    if (targets.isEmpty())
        return target;
    const QString address = targets.first().value("target"_L1).toString();
    const qsizetype colon = address.lastIndexOf(u':');
    target.host = address.left(colon).remove(u'[').remove(u']');
    target.port = static_cast<quint16>(address.mid(colon + 1).toInt());
    return target;
}

void ServiceStrip::toggleTest()
{
    if (m_run.isRunning()) {
        m_run.cancel();
        return;
    }
    m_test->setText(tr("Cancel"));
    m_result->setText(tr("Testing…"));
    m_result->show();
    m_run.start(target());
}

} // namespace gatehouse
