// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/text_editors.h"

class QLabel;

namespace gatehouse {

// A certificate or a key, and below it a sentence about what it holds. Thread: control.
class PemEditor : public LongTextEditor
{
    Q_OBJECT
public:
    PemEditor(const Field &field, const QString &path, QWidget *parent);

    // Empty: none.
    void setNote(const QString &text);

private:
    QLabel *m_note;
};

} // namespace gatehouse
