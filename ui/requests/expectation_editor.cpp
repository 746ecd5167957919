// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/expectation_editor.h"

#include "ui/main_window/page_parts.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QGridLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

ExpectationEditor::ExpectationEditor(QWidget *parent)
    : QWidget(parent)
    , m_status(new QLineEdit(this))
    , m_route(new QComboBox(this))
{
    m_status->setAccessibleName(tr("Expected status"));
    m_status->setPlaceholderText(tr("any, e.g. 403"));
    m_status->setValidator(new QIntValidator(100, 599, m_status));
    m_status->setMaximumWidth(m_status->fontMetrics().averageCharWidth() * 20);
    m_route->setEditable(true);
    m_route->setAccessibleName(tr("Expected route"));
    m_route->lineEdit()->setPlaceholderText(tr("any"));
    m_route->setMinimumContentsLength(24);
    m_route->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_route->setMaximumWidth(m_route->fontMetrics().averageCharWidth() * 50);
    auto *form = new QGridLayout;
    addFieldRow(*form, tr("S&tatus"), *m_status, u"expectedStatus"_s);
    addFieldRow(*form, tr("R&oute"), *m_route, u"expectedRoute"_s);
    m_route->lineEdit()->setObjectName(u"expectedRouteLine"_s);
    m_route->lineEdit()->setAccessibleName(m_route->accessibleName());
    m_route->view()->setObjectName(u"expectedRouteList"_s);
    m_route->view()->setAccessibleName(m_route->accessibleName());
    form->setColumnStretch(2, 1);
    auto *words = new QLabel(tr("Each answer is compared with this, here and with “Run all”."), this);
    words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(form);
    layout->addWidget(words);
    layout->addStretch(1);
    connect(m_status, &QLineEdit::textEdited, this, &ExpectationEditor::edited);
    connect(m_route, &QComboBox::editTextChanged, this, &ExpectationEditor::edited);
}

void ExpectationEditor::setConfig(const Config &config)
{
    const Table &routes = config.table(u"routes"_s);
    if (routes.isSameAs(m_routes))
        return;
    m_routes = routes;
    const QSignalBlocker quiet(m_route);
    const QString text = m_route->currentText();
    m_route->clear();
    const QList<QJsonObject> rows = routes.rows();
    for (const QJsonObject &row : rows) {
        if (const QString name = row.value("name"_L1).toString(); !name.isEmpty())
            m_route->addItem(name);
    }
    m_route->setEditText(text);
}

void ExpectationEditor::take(const Expectation &expected)
{
    const QSignalBlocker quiet(m_route);
    m_status->setText(expected.status == 0 ? QString() : QString::number(expected.status));
    m_route->setEditText(expected.route);
}

Expectation ExpectationEditor::expectation() const
{
    const bool isStatus = m_status->hasAcceptableInput();
    return {isStatus ? m_status->text().toInt() : 0, m_route->currentText().trimmed()};
}

} // namespace gatehouse
