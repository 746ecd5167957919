// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/changes_dialog.h"

#include "core/model/masked.h"
#include "ui/dialogs/help_topic.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString masked(const Project &project, const Config &config)
{
    return QString::fromUtf8(
        writeYaml(project.store().registry(), maskedConfig(project.store().registry(), config), {}));
}

} // namespace

ChangesDialog::ChangesDialog(const QString &title, const Project &project, const Config &other, QWidget *parent)
    : QDialog(parent)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(u"changesDialog"_s);
    setHelpPage(*this, u"edit-a-gateway.md"_s);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 560);
    const QStringList lines = diffLines(masked(project, other), masked(project, project.store().config()));
    auto *text = new QTextEdit(this);
    text->setObjectName(u"changesText"_s);
    text->setAccessibleName(title);
    text->setReadOnly(true);
    text->setLineWrapMode(QTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    for (const QString &line : lines) {
        const bool added = line.startsWith(u'+');
        const bool removed = line.startsWith(u'-');
        text->setTextColor(added     ? theme::tone(theme::Tone::Redirect, palette())
                           : removed ? theme::tone(theme::Tone::ServerError, palette())
                                     : palette().color(QPalette::Text));
        text->append(line);
    }
    text->moveCursor(QTextCursor::Start);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new QLabel(lines.isEmpty() ? tr("There is no difference.")
                                                 : tr("Lines with + are in your configuration, lines with - are not."),
                                 this));
    layout->addWidget(text, 1);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ChangesDialog::addAction(const QString &text)
{
    QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::AcceptRole);
    button->setObjectName(u"changesAction"_s);
    connect(button, &QPushButton::clicked, this, [this] {
        accept();
        emit actionChosen();
    });
}

} // namespace gatehouse
