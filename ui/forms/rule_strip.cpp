// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/rule_strip.h"

#include "core/schema/validate.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString links(const QStringList &fields)
{
    QStringList parts;
    for (const QString &field : fields)
        parts << u"<a href=\"%1\">%1</a>"_s.arg(field.toHtmlEscaped());
    return parts.join(u", "_s);
}

// The sentence of a rule; empty for rules that are only spoken of when they are broken.
QString sentence(const EntityCheck &check)
{
    switch (check.kind) {
    case EntityCheck::Kind::AtLeastOneOf:
        return RuleStrip::tr("At least one of %1").arg(links(check.fields));
    case EntityCheck::Kind::OnlyOneOf:
        return RuleStrip::tr("Exactly one of %1").arg(links(check.fields));
    case EntityCheck::Kind::Distinct:
        return RuleStrip::tr("%1 must differ").arg(links(check.fields));
    case EntityCheck::Kind::MutuallyRequired:
        return RuleStrip::tr("All or none of %1").arg(links(check.fields));
    case EntityCheck::Kind::MutuallyExclusive:
        return RuleStrip::tr("At most one of %1").arg(links(check.fields));
    default:
        return {};
    }
}

bool isKept(const EntityCheck &check, const QJsonObject &record)
{
    const auto filled = std::count_if(check.fields.begin(), check.fields.end(),
                                      [&record](const QString &field) { return isNonEmpty(valueAt(record, field)); });
    switch (check.kind) {
    case EntityCheck::Kind::AtLeastOneOf:
        return filled >= 1;
    case EntityCheck::Kind::OnlyOneOf:
        return filled == 1;
    case EntityCheck::Kind::MutuallyRequired:
        return filled == 0 || filled == check.fields.size();
    case EntityCheck::Kind::MutuallyExclusive:
        return filled <= 1;
    case EntityCheck::Kind::Distinct: {
        QStringList values;
        for (const QString &field : check.fields)
            values << valueAt(record, field).toVariant().toString();
        return values.removeDuplicates() == 0;
    }
    default:
        return true;
    }
}

} // namespace

RuleStrip::RuleStrip(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"ruleStrip"_s);
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    setAccessibleName(tr("Rules"));
    connect(this, &QLabel::linkActivated, this, &RuleStrip::fieldRequested);
}

// Links keep the colour they were laid out with.
void RuleStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        const QString text = this->text();
        clear();
        setText(text);
    }
    QLabel::changeEvent(event);
}

void RuleStrip::show(const QList<EntityCheck> &checks, const QJsonObject &record, const QStringList &problems)
{
    QStringList lines;
    for (const EntityCheck &check : checks) {
        if (const QString text = sentence(check); !text.isEmpty())
            lines << (isKept(check, record) ? u"✓ "_s : u"⛔ "_s) + text;
    }
    for (const QString &problem : problems)
        lines << u"⛔ "_s + problem.toHtmlEscaped();
    setText(lines.join(u"<br>"_s));
    setVisible(!lines.isEmpty());
}

} // namespace gatehouse
