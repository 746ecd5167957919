// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <functional>
#include <utility>

namespace gatehouse {

// Names and values that are edited in place, with an empty row at the end for one more. Values that are secret are
// shown as dots, and typing replaces them, until they are revealed. Thread: control.
class PairsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using Pairs = QList<std::pair<QString, QString>>;

    enum Column { Name, Value, columns };

    explicit PairsModel(QObject *parent = nullptr);

    [[nodiscard]] const Pairs &pairs() const noexcept { return m_pairs; }

    // Not told by edited().
    void setPairs(const Pairs &pairs);
    void removePair(int row);

    // Whether the value of a name is secret.
    void setSecret(std::function<bool(const QString &name)> isSecret) { m_isSecret = std::move(isSecret); }

    void setRevealed(bool revealed);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    void edited();

private:
    [[nodiscard]] bool isMasked(int row) const;

    Pairs m_pairs;
    std::function<bool(const QString &)> m_isSecret;
    bool m_isRevealed = false;
};

} // namespace gatehouse
