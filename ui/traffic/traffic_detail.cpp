// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_detail.h"

#include "ui/traffic/record_text.h"
#include "ui/traffic/timing_bar.h"
#include "ui/traffic/traffic_model.h"
#include "ui/traffic/why_view.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrafficDetail)
};

QString pluginExplanation(const TrafficRecord &record, const QString &plugin)
{
    const QString who = record.consumer.view().empty() ? Words::tr("the client") : toText(record.consumer.view());
    if (plugin == "acl"_L1 && record.status == 403)
        return Words::tr("acl turned it away: the groups of %1 are not admitted on this route.").arg(who);
    if (plugin == "acl"_L1)
        return Words::tr("acl turned it away: nobody was recognised before it. It needs an authentication plugin.");
    if (plugin == "rate-limiting"_L1)
        return Words::tr("rate-limiting turned it away: a limit that counts for %1 is used up. See Rate limits.")
            .arg(who);
    if (plugin == "jwt"_L1)
        return Words::tr("jwt turned it away: there was no token, or none that is valid.");
    if (plugin == "key-auth"_L1)
        return Words::tr("key-auth turned it away: there was no key, or none that is known.");
    return Words::tr("The plugin %1 answered instead of the service.").arg(plugin);
}

} // namespace

QString explanation(const TrafficRecord &record)
{
    const QString by = toText(record.decidedBy.view());
    if (by == "upstream"_L1)
        return Words::tr("The service %1 answered.").arg(toText(record.service.view()));
    if (by == "kong"_L1)
        return Words::tr("The gateway answered itself; its log does not say which part of it.");
    if (by.isEmpty())
        return Words::tr("The file does not say who answered.");
    if (by == "router"_L1 && record.status == 404)
        return Words::tr("No route matches this method, host and path.");
    if (by == "router"_L1 && record.status < 500 && record.status >= 400)
        return Words::tr("The request was not well-formed, or not allowed at all.");
    if (by == "router"_L1)
        return Words::tr("The route only takes HTTPS.");
    if (by == "client"_L1)
        return Words::tr("The client went away before it had its answer.");
    if (by == "proxy"_L1 && record.status == 504)
        return Words::tr("The service %1 did not answer in time.").arg(toText(record.service.view()));
    if (by == "proxy"_L1 && record.status == 502)
        return Words::tr("The service %1 could not be reached, or its answer was broken.")
            .arg(toText(record.service.view()));
    if (by == "proxy"_L1)
        return Words::tr("The gateway could not pass the request on.");
    return pluginExplanation(record, by);
}

TrafficDetail::TrafficDetail(QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_why(new WhyView(this))
    , m_facts(new QLabel(this))
    , m_bar(new TimingBar(this))
{
    setObjectName(u"trafficDetail"_s);
    QFont bold = m_headline->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_headline->setFont(bold);
    for (QLabel *label : {m_headline, m_sentence, m_facts}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    // The list above keeps its place when a request is chosen.
    for (QWidget *part : parts()) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
    }
    m_headline->setObjectName(u"trafficHeadline"_s);
    m_sentence->setObjectName(u"trafficWhy"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 8, 2, 0);
    layout->addWidget(m_headline);
    layout->addWidget(m_sentence);
    layout->addWidget(m_why, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_facts);
    showNothing();
}

std::array<QWidget *, 4> TrafficDetail::parts() const
{
    return {m_sentence, m_why, m_bar, m_facts};
}

void TrafficDetail::setPartsVisible(bool visible)
{
    for (QWidget *part : parts())
        part->setVisible(visible);
}

void TrafficDetail::showRow(const TrafficModel &model, const QModelIndex &row)
{
    if (row.isValid())
        showRecord(model.record(row.row()), model.store().trace(model.sequence(row.row())));
    else
        showNothing();
}

void TrafficDetail::showNothing()
{
    setPartsVisible(false);
    m_headline->setText(Words::tr("Select a request to see what happened to it; W goes from the list to the reasons."));
}

void TrafficDetail::showRecord(const TrafficRecord &record, const std::optional<QByteArray> &trace)
{
    setPartsVisible(true);
    m_headline->setText(
        u"%1 %2  →  %3"_s.arg(toText(record.method.view()), toText(record.path.view()), statusText(record.status)));
    m_sentence->setText(explanation(record));
    m_why->showTrace(trace, record.startedAt / 1000);
    m_bar->setTimes(timesOf(record));
    const auto known = [](std::string_view text) { return text.empty() ? u"–"_s : toText(text); };
    const QString facts =
        Words::tr("Service %1   ·   client %2   ·   %3 bytes")
            .arg(known(record.service.view()), known(record.client.view()), QLocale().toString(record.responseSize));
    m_facts->setText(record.revision == 0 ? facts
                                          : facts + u"   ·   "_s + Words::tr("configuration r%1").arg(record.revision));
}

void TrafficDetail::focusWhy()
{
    m_why->setFocus(Qt::ShortcutFocusReason);
}

} // namespace gatehouse
