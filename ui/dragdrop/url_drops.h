// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

class QMimeData;

namespace gatehouse {

class DropLabel;

// Lets URLs be dropped onto the list of services. Thread: control. Belongs to the list.
class UrlDrops : public QObject
{
    Q_OBJECT
public:
    explicit UrlDrops(QAbstractItemView &list);

signals:
    void dropped(const QString &url);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    DropLabel *m_label;
};

// The http or https URL that a clipboard or a drag carries; empty when it carries none, or rows of this program.
[[nodiscard]] QString carriedUrl(const QMimeData &data);

} // namespace gatehouse
