// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/command_palette.h"

#include "ui/dialogs/help_topic.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int rowPadding = 10;
constexpr int margin = 8;

// The title at the left, what it is at the right.
class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            painter->fillRect(option.rect, option.palette.highlight());
        const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
        const QString detail = index.data(PaletteModel::detailRole).toString();
        const int detailWidth = qMin(option.fontMetrics.horizontalAdvance(detail) + 2, inner.width() / 2);
        painter->setPen(selected ? option.palette.highlightedText().color() : theme::quietText(option.palette));
        painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(detail, Qt::ElideRight, detailWidth));
        painter->setPen(selected ? option.palette.highlightedText().color() : option.palette.text().color());
        const QRect left = inner.adjusted(0, 0, -detailWidth - margin, 0);
        painter->drawText(left, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, left.width()));
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {option.rect.width(), option.fontMetrics.height() + rowPadding};
    }
};

} // namespace

CommandPalette::CommandPalette(const QList<PaletteEntry> &entries,
                               PaletteModel::Answers answers,
                               const QStringList &recent,
                               QWidget *parent)
    : QDialog(parent, Qt::FramelessWindowHint | Qt::Dialog)
    , m_model(entries, std::move(answers), recent)
    , m_text(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"commandPalette"_s);
    setHelpPage(*this, u"edit-a-gateway.md"_s);
    setWindowTitle(tr("Search or run a command"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_text->setObjectName(u"paletteText"_s);
    m_text->setAccessibleName(tr("Search or run a command"));
    m_text->setPlaceholderText(tr("Name or command; > commands, @ consumers, / paths, # tags, : problems, ? help"));
    m_text->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    layout->addWidget(m_hint);
    m_hint->setObjectName(u"paletteHint"_s);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setText(tr("Enter opens. Tab or → lists what else can be done."));
    setFixedSize(qMin(parent->width() - 40, 720), 420);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setText(text);
        m_list->setCurrentIndex(m_model.index(0));
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    m_list->setCurrentIndex(m_model.index(0));
    m_text->setFocus();
}

void CommandPalette::setText(const QString &text)
{
    m_text->setText(text);
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const PaletteEntry entry = m_model.entry(row);
    const bool isOwn = !m_model.showsActions();
    accept();
    if (isOwn)
        emit used(entry.title);
    entry.run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex().row());
        return true;
    default:
        return takeKey(*key) || QDialog::eventFilter(watched, event);
    }
}

bool CommandPalette::takeKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Tab:
        return showActions(m_list->currentIndex().row());
    case Qt::Key_Right:
        return m_text->cursorPosition() == m_text->text().size() && showActions(m_list->currentIndex().row());
    case Qt::Key_Escape:
        return leaveActions();
    case Qt::Key_Left:
    case Qt::Key_Backspace:
        return m_text->text().isEmpty() && leaveActions();
    default:
        return false;
    }
}

bool CommandPalette::showActions(int row)
{
    if (m_model.showsActions() || row < 0 || row >= m_model.rowCount() || !m_model.entry(row).actions)
        return false;
    const PaletteEntry entry = m_model.entry(row);
    m_typed = m_text->text();
    m_row = row;
    m_text->clear();
    m_model.showActions(entry.actions());
    m_list->setCurrentIndex(m_model.index(0));
    m_hint->setText(tr("%1: Enter does it, Escape goes back.").arg(entry.title));
    return true;
}

bool CommandPalette::leaveActions()
{
    if (!m_model.showsActions())
        return false;
    m_model.leaveActions();
    m_text->setText(m_typed);
    m_model.setText(m_typed);
    m_list->setCurrentIndex(m_model.index(m_row));
    m_hint->setText(tr("Enter opens. Tab or → lists what else can be done."));
    return true;
}

} // namespace gatehouse
