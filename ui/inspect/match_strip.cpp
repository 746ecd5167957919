// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspect/match_strip.h"

#include "ui/entities/entity_columns.h"
#include "ui/inspect/inspect_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds pause{120};

// A route that is not there yet; its id decides only among equals.
constexpr auto draftId = "ffffffff-ffff-4fff-8fff-ffffffffffff"_L1;

using HeaderLines = decltype(TestRequest::headers);

// "name: value", a line each; nothing when a line is none of these (RFC 9110 5.1: no blank within a name).
std::optional<HeaderLines> headerLines(const QString &text)
{
    HeaderLines headers;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.left(qMax<qsizetype>(colon, 0)).trimmed();
        if (line.trimmed().isEmpty())
            continue;
        if (name.isEmpty() || name.contains(u' '))
            return std::nullopt;
        headers.append({name, line.mid(colon + 1).trimmed()});
    }
    return headers;
}

} // namespace

MatchStrip::MatchStrip(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_method(new QComboBox(this))
    , m_url(new QLineEdit(this))
    , m_headersShown(new QToolButton(this))
    , m_headers(new QPlainTextEdit(this))
    , m_result(new QLabel(this))
    , m_forwarded(new QLabel(this))
{
    setObjectName(u"matchStrip"_s);
    m_method->setObjectName(u"matchMethod"_s);
    m_method->setAccessibleName(tr("Method of the test request"));
    m_method->setEditable(true);
    m_method->addItems({u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"HEAD"_s, u"OPTIONS"_s});
    m_method->lineEdit()->setObjectName(u"matchMethodLine"_s);
    m_method->lineEdit()->setAccessibleName(m_method->accessibleName());
    m_method->view()->setObjectName(u"matchMethodList"_s);
    m_method->view()->setAccessibleName(m_method->accessibleName());
    m_url->setObjectName(u"matchUrl"_s);
    m_url->setAccessibleName(tr("URL of the test request"));
    m_url->setPlaceholderText(tr("Test match: a URL or path, e.g. http://localhost:8000/orders/17"));
    m_url->setClearButtonEnabled(true);
    m_result->setObjectName(u"matchResult"_s);
    m_forwarded->setObjectName(u"matchForwarded"_s);
    for (QLabel *label : {m_result, m_forwarded}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    makeHeaders();
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &MatchStrip::start);
    connect(m_method, &QComboBox::currentTextChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_url, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&workbench.store(), &ConfigStore::changed, &m_soon, qOverload<>(&QTimer::start));
}

void MatchStrip::makeHeaders()
{
    m_headersShown->setObjectName(u"matchHeadersShown"_s);
    m_headersShown->setText(tr("Headers"));
    m_headersShown->setCheckable(true);
    m_headersShown->setFocusPolicy(Qt::StrongFocus);
    m_headers->setObjectName(u"matchHeaders"_s);
    m_headers->setAccessibleName(tr("Headers of the test request"));
    m_headers->setPlaceholderText(tr("name: value, one to a line"));
    m_headers->setTabChangesFocus(true);
    m_headers->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_headers->setFixedHeight(m_headers->fontMetrics().lineSpacing() * 2 + 14);
    m_headers->hide();
    connect(m_headersShown, &QToolButton::toggled, this, [this](bool shown) {
        m_headers->setVisible(shown);
        if (shown)
            m_headers->setFocus();
    });
    connect(m_headers, &QPlainTextEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
}

void MatchStrip::layOut()
{
    auto *title = new QLabel(tr("&Test match"), this);
    title->setBuddy(m_url);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(title);
    line->addWidget(m_method);
    line->addWidget(m_url, 1);
    line->addWidget(m_headersShown);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 12, 4);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_headers);
    layout->addWidget(m_result);
    layout->addWidget(m_forwarded);
}

void MatchStrip::showRecord(const QJsonObject &route)
{
    const bool isOther = route.value("id"_L1) != m_route.value("id"_L1) || m_route.isEmpty();
    m_route = route;
    if (m_route.value("id"_L1).toString().isEmpty())
        m_route.insert(u"id"_s, QString(draftId));
    if (isOther)
        offerRequest(route);
    m_soon.start();
}

// The first request the route is for, as a beginning.
void MatchStrip::offerRequest(const QJsonObject &route)
{
    const QString method = route.value("methods"_L1).toArray().first().toString(u"GET"_s);
    QString host = route.value("hosts"_L1).toArray().first().toString(u"localhost"_s);
    QString path = route.value("paths"_L1).toArray().first().toString(u"/"_s);
    if (host.contains(u'*'))
        host.replace(u"*"_s, host.startsWith(u'*') ? u"www"_s : u"test"_s);
    if (path.startsWith(u'~'))
        path = u"/"_s;
    m_method->setCurrentText(method);
    m_url->setText(u"http://"_s + host + path);
}

MatchStrip::Outcome MatchStrip::run(Config config, const QJsonObject &route, const TestRequest &request)
{
    config.put(u"routes"_s, route);
    const Result<EvaluationOrder> order = EvaluationOrder::of(config);
    if (!order)
        return {{}, order.error().message};
    return {testMatch(*order, request), {}};
}

void MatchStrip::start()
{
    if (m_url->text().trimmed().isEmpty() || m_route.isEmpty()) {
        m_run.cancel();
        m_result->clear();
        m_forwarded->clear();
        return;
    }
    const std::optional<HeaderLines> headers = headerLines(m_headers->toPlainText());
    if (!headers) {
        m_run.cancel();
        m_forwarded->clear();
        m_result->setText(tr("⛔ The headers are not understood: name: value, one to a line"));
        return;
    }
    const TestRequest request{m_method->currentText().trimmed(), m_url->text(), *headers};
    m_run.start([config = m_workbench.config(), route = m_route, request] { return run(config, route, request); },
                [this, request](const Outcome &outcome) { show(request, outcome); });
}

void MatchStrip::show(const TestRequest &request, const Outcome &outcome)
{
    const MatchReport &report = outcome.report;
    const QString id = m_route.value("id"_L1).toString();
    m_forwarded->setText(forwardText(report, request));
    m_forwarded->setVisible(!m_forwarded->text().isEmpty());
    if (!outcome.fault.isEmpty() || !report.problem.isEmpty()) {
        m_result->setText(u"⛔ "_s + (outcome.fault.isEmpty() ? report.problem : outcome.fault));
        return;
    }
    if (report.routeId == id) {
        m_result->setText(tr("✓ matches this route via %1").arg(matchedPathText(report)));
        return;
    }
    const QString lost = lostText(report, id);
    if (report.routeId.isEmpty()) {
        m_result->setText(tr("✗ no route matches; this one does not because %1").arg(lost));
        return;
    }
    const QString winner = shownName(m_workbench.config().find(u"routes"_s, report.routeId).value_or(QJsonObject()));
    m_result->setText(tr("✗ goes to %1 via %2; not here because %3").arg(winner, matchedPathText(report), lost));
}

} // namespace gatehouse
