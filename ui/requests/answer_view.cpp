// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/answer_view.h"

#include "core/model/masked.h"
#include "core/requests/curl_line.h"
#include "core/requests/json_layout.h"
#include "ui/main_window/page_parts.h"
#include "ui/secrets/secret_clipboard.h"
#include "ui/theme/icons.h"
#include "ui/theme/text_scale.h"
#include "ui/theme/theme.h"
#include "ui/traffic/traffic_model.h"
#include "ui/traffic/why_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStringDecoder>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QPlainTextEdit *makeText(const QString &objectName, const QString &name, UiSettings &settings, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(objectName);
    text->setAccessibleName(name);
    prepareCodeView(*text);
    new TextScale(settings, *text);
    return text;
}

// Nothing: these bytes are no text.
std::optional<QString> textOf(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    // A body that was cut may end within a letter.
    const bool isText = !decoder.hasError() && !text.contains(QChar(u'\0'));
    return isText ? std::optional(text) : std::nullopt;
}

QString fieldLines(const QList<RequestField> &fields)
{
    QString lines;
    for (const RequestField &field : fields)
        lines += QString::fromUtf8(field.name + ": " + field.value) + u'\n';
    return lines;
}

} // namespace

AnswerView::AnswerView(Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_notice(makeEmptyText({}, this))
    , m_start(new QPushButton(themedIcon(u"start"_s), tr("Start the gateway"), this))
    , m_status(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_why(new WhyView(this))
    , m_bodyNote(new QLabel(this))
    , m_body(makeText(u"answerBody"_s, tr("Body of the answer"), workbench.settings(), this))
    , m_headers(makeText(u"answerHeaders"_s, tr("Headers of the answer"), workbench.settings(), this))
    , m_raw(makeText(u"answerRaw"_s, tr("Request and answer as they were sent"), workbench.settings(), this))
    , m_reveal(new QCheckBox(tr("Show secrets"), this))
{
    setObjectName(u"answerView"_s);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    makeTabs();
    layout->addWidget(makeHead());
    layout->addWidget(m_verdict);
    layout->addWidget(m_notes);
    layout->addWidget(m_tabs, 1);
    m_stack->addWidget(makeNotice());
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(secretShownFor);
    connect(&m_hideAgain, &QTimer::timeout, m_reveal, [this] { m_reveal->setChecked(false); });
    connect(m_reveal, &QCheckBox::toggled, this, [this](bool shown) {
        shown ? m_hideAgain.start() : m_hideAgain.stop();
        showTexts();
    });
    setFocusProxy(m_tabs);
    showNothing();
}

QWidget *AnswerView::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    QFont bold = m_status->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_status->setFont(bold);
    m_status->setObjectName(u"answerStatus"_s);
    m_facts->setObjectName(u"answerFacts"_s);
    m_verdict->setObjectName(u"answerVerdict"_s);
    m_notes->setObjectName(u"answerNotes"_s);
    m_verdict->setWordWrap(true);
    m_notes->setWordWrap(true);
    for (QLabel *label : {m_status, m_facts, m_verdict, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    layout->addWidget(m_status);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    return head;
}

QWidget *AnswerView::makeNotice()
{
    auto *notice = new QWidget(this);
    auto *layout = new QVBoxLayout(notice);
    m_notice->setObjectName(u"answerNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_start->setObjectName(u"requestStart"_s);
    connect(m_start, &QPushButton::clicked, this, &AnswerView::startRequested);
    layout->addStretch(1);
    layout->addWidget(m_notice);
    layout->addWidget(m_start, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return notice;
}

void AnswerView::makeTabs()
{
    m_tabs->setObjectName(u"answerTabs"_s);
    m_tabs->setDocumentMode(true);
    m_why->setObjectName(u"answerTrace"_s);
    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    m_bodyNote->setObjectName(u"answerBodyNote"_s);
    m_bodyNote->setWordWrap(true);
    layout->addWidget(m_bodyNote);
    layout->addWidget(m_body, 1);
    m_tabs->addTab(m_why, tr("Trace"));
    m_tabs->addTab(body, tr("Body"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(makeRawTab(), tr("Raw"));
    m_tabs->setCornerWidget(makeCopyButton());
}

QWidget *AnswerView::makeRawTab()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_reveal->setObjectName(u"answerReveal"_s);
    layout->addWidget(m_raw, 1);
    layout->addWidget(m_reveal);
    return tab;
}

QWidget *AnswerView::makeCopyButton()
{
    auto *button = new QPushButton(themedIcon(u"copy"_s), tr("Copy as c&url"), this);
    button->setObjectName(u"answerCopy"_s);
    auto *menu = new QMenu(button);
    QAction *hidden = menu->addAction(tr("With $TOKEN in place of &credentials"));
    hidden->setObjectName(u"answerCopyCurl"_s);
    connect(hidden, &QAction::triggered, this, &AnswerView::copyCurl);
    QAction *real = menu->addAction(tr("With the real &token; the clipboard forgets it after a minute"));
    real->setObjectName(u"answerCopyCurlToken"_s);
    connect(real, &QAction::triggered, this, &AnswerView::copyWithSecrets);
    button->setMenu(menu);
    return button;
}

void AnswerView::showNotice(const QString &text, bool offersStart)
{
    m_notice->setText(text);
    m_start->setVisible(offersStart);
    m_stack->setCurrentIndex(0);
}

void AnswerView::showNothing()
{
    m_hasOutcome = false;
    m_outcome = {};
    showNotice(tr("Send a request with %1, and its answer stands here, with what it met on its way.")
                   .arg(QKeySequence(u"Ctrl+Return"_s).toString(QKeySequence::NativeText)),
               false);
}

void AnswerView::showStopped()
{
    m_hasOutcome = false;
    m_outcome = {};
    showNotice(tr("The gateway is stopped, so there is nobody to ask. Start it, or send the request against the "
                  "working configuration."),
               true);
}

void AnswerView::showOutcome(const RequestOutcome &outcome, const Expectation &expected)
{
    m_reveal->setChecked(false);
    m_outcome = outcome;
    m_hasOutcome = !outcome.sent.method.isEmpty(); // else it could not even be made
    if (outcome.error) {
        showNotice(u"⊘ "_s + outcome.error->message, false);
        return;
    }
    showHead(expected);
    m_notes->setText(outcome.notes.join(u"; "_s));
    m_notes->setVisible(!outcome.notes.isEmpty());
    m_why->showTrace(outcome.explanation ? outcome.answer.trace : QByteArray(), outcome.answer.startedAt);
    showBody();
    m_headers->setPlainText(fieldLines(outcome.answer.fields));
    showTexts();
    m_stack->setCurrentIndex(1);
}

void AnswerView::showHead(const Expectation &expected)
{
    const RequestAnswer &answer = m_outcome.answer;
    const QLocale locale;
    m_status->setText(statusText(answer.status) + u' ' + QString::fromLatin1(answer.reason));
    m_facts->setText(durationText(answer.ms) + u"   "_s + locale.formattedDataSize(answer.bodySize));
    if (expected.isEmpty())
        m_verdict->setText({});
    else if (m_outcome.unmet.isEmpty())
        m_verdict->setText(tr("✓ as expected"));
    else
        m_verdict->setText(tr("✗ not as expected: %1").arg(m_outcome.unmet.join(u"; "_s)));
    m_verdict->setVisible(!expected.isEmpty());
    refreshColours();
}

void AnswerView::refreshColours()
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::tone(theme::toneOf(m_outcome.answer.status), palette()));
    m_status->setPalette(colours);
    QPalette verdict = palette();
    if (!m_outcome.unmet.isEmpty())
        verdict.setColor(QPalette::WindowText, theme::tone(theme::Tone::ClientError, palette()));
    m_verdict->setPalette(verdict);
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, theme::quietText(palette()));
    m_notes->setPalette(quiet);
}

void AnswerView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshColours(); // labels hold colours
    QWidget::changeEvent(event);
}

void AnswerView::showBody()
{
    const RequestAnswer &answer = m_outcome.answer;
    const QLocale locale;
    const std::optional<QString> text = textOf(answer.body);
    QStringList notes;
    if (answer.body.size() < answer.bodySize)
        notes << tr("The first %1 of %2 are shown.")
                     .arg(locale.formattedDataSize(answer.body.size()), locale.formattedDataSize(answer.bodySize));
    if (answer.isIncomplete)
        notes << tr("The body did not come to its end.");
    if (!text)
        notes << tr("The body is no text.");
    else if (answer.body.isEmpty())
        notes << tr("The answer has no body.");
    m_bodyNote->setText(notes.join(u' '));
    m_bodyNote->setVisible(!notes.isEmpty());
    m_body->setPlainText(text ? indentedJson(*text) : QString());
}

void AnswerView::showTexts()
{
    const RequestAnswer &answer = m_outcome.answer;
    QString sent = QString::fromUtf8(m_outcome.sent.bytes());
    const bool isHidden = !m_reveal->isChecked();
    for (const QByteArray &secret : std::as_const(m_outcome.sent.secrets)) {
        if (isHidden && !secret.isEmpty())
            sent.replace(QString::fromUtf8(secret), secretDots());
    }
    const QString head = u"HTTP/1.1 %1 %2\n"_s.arg(QString::number(answer.status), QString::fromLatin1(answer.reason));
    m_raw->setPlainText(sent + u"\n\n"_s + head + fieldLines(answer.fields) + u'\n' +
                        textOf(answer.body).value_or(tr("(no text)")));
    m_reveal->setEnabled(!m_outcome.sent.secrets.isEmpty());
}

bool AnswerView::hasAnswer() const
{
    return m_stack->currentIndex() == 1;
}

bool AnswerView::copyCurl()
{
    if (!m_hasOutcome)
        return false;
    QGuiApplication::clipboard()->setText(curlLine(m_outcome.sent, SecretsInText::Hidden));
    return true;
}

void AnswerView::copyWithSecrets()
{
    copySecret(curlLine(m_outcome.sent, SecretsInText::Shown));
}

AnswerView::Sign AnswerView::signOf(const RequestOutcome &outcome, const Expectation &expected)
{
    if (outcome.error)
        return {u"⊘"_s, tr("no answer")};
    if (!outcome.unmet.isEmpty())
        return {u"✗"_s, tr("not as expected")};
    return {u"✓"_s, expected.isEmpty() ? tr("answered") : tr("as expected")};
}

} // namespace gatehouse
