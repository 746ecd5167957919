// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config_store.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QTreeWidget;

namespace gatehouse {

// Chooses a plugin, grouped by purpose, and where it applies; only scopes that its schema allows are offered.
// Thread: control. The store must outlive it.
class PluginGallery : public QDialog
{
    Q_OBJECT
public:
    // `preset` may hold the scope: {"route": {"id": …}}.
    PluginGallery(const ConfigStore &store, const QJsonObject &preset, QWidget *parent);

signals:
    void chosen(const QJsonObject &preset);

private:
    void fill();
    void filter(const QString &text);
    void refreshScopes();
    void choose();
    [[nodiscard]] QString currentPlugin() const;

    const ConfigStore &m_store;
    QJsonObject m_preset;
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QComboBox *m_scope;
    QComboBox *m_target;
};

} // namespace gatehouse
