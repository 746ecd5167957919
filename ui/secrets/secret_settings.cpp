// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/secrets/secret_settings.h"

#include "ui/secrets/secret_words.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

SecretSettings::SecretSettings(SecretKeeper &secrets, QAction &keep, QWidget *parent)
    : QWidget(parent)
    , m_secrets(secrets)
    , m_place(new QLabel(this))
    , m_keep(new QCheckBox(QString(keep.text()).remove(u'&'), this))
    , m_test(new QPushButton(tr("T&est"), this))
    , m_result(new QLabel(this))
{
    m_place->setObjectName(u"secretsPlace"_s);
    m_place->setWordWrap(true);
    m_keep->setObjectName(u"secretsKeep"_s);
    m_keep->setToolTip(keep.toolTip());
    m_keep->setChecked(keep.isChecked());
    connect(m_keep, &QCheckBox::clicked, &keep, [this, &keep] {
        keep.trigger();
        m_keep->setChecked(keep.isChecked()); // it may have to be asked for a place first
    });
    connect(&keep, &QAction::toggled, m_keep, &QCheckBox::setChecked);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_place);
    layout->addWidget(m_keep);
    layout->addWidget(makeTest());
    connect(&secrets, &SecretKeeper::changed, this, &SecretSettings::refresh);
    refresh();
}

QWidget *SecretSettings::makeTest()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_test->setObjectName(u"secretsTest"_s);
    m_test->setToolTip(tr("Asks the place for secrets whether it answers."));
    m_test->setAccessibleName(tr("Test the place for secrets"));
    m_result->setObjectName(u"secretsResult"_s);
    m_result->setWordWrap(true);
    connect(m_test, &QPushButton::clicked, this, &SecretSettings::test);
    layout->addWidget(m_test);
    layout->addWidget(m_result, 1);
    return row;
}

void SecretSettings::refresh()
{
    const QString lock = openLockText(m_secrets);
    const QString place = keptInText(m_secrets.place());
    m_place->setText(lock.isEmpty() ? place : u"%1 – %2"_s.arg(place, lock));
}

void SecretSettings::test()
{
    m_test->setEnabled(false);
    m_result->setText(tr("Asking…"));
    m_secrets.test([page = QPointer(this)](const Result<> &result) {
        if (page)
            page->showResult(result);
    });
}

void SecretSettings::showResult(const Result<> &result)
{
    m_test->setEnabled(true);
    if (result)
        m_result->setText(tr("✓ OK: the place for secrets answers."));
    else if (result.error().kind == ErrorKind::Denied)
        m_result->setText(tr("⚠ Locked: %1").arg(result.error().message));
    else
        m_result->setText(tr("⛔ Absent: %1").arg(result.error().message));
}

} // namespace gatehouse
