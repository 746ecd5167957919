// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"

#include <QNetworkAccessManager>
#include <QUrl>

class QNetworkReply;

namespace gatehouse {

// Reads the configuration of a running Kong through its Admin API, page after page (`GET /services?size=1000`, then
// what `next` names), and checks it like a file. Collections that the other does not have are left out: a plugin may
// not be installed there. Credentials come as they are stored: a basic-auth password is a hash.
// Thread: control; nothing blocks. Registry and clock must outlive it.
class AdminApiImport : public QObject
{
    Q_OBJECT
public:
    AdminApiImport(const SchemaRegistry &registry, const Clock &clock, QObject *parent = nullptr);
    ~AdminApiImport() override;

    // The address that a person typed, or that it is none.
    [[nodiscard]] static Result<QUrl> addressOf(const QString &typed);

    // finished() or failed() follows. `token` goes into Kong-Admin-Token; empty: none.
    void start(const QUrl &adminApi, const QByteArray &token = {});
    // Neither signal follows any more.
    void cancel();

    [[nodiscard]] bool isRunning() const noexcept { return m_reply != nullptr; }

    static constexpr auto usualAddress = "http://127.0.0.1:8001";
    static constexpr std::chrono::seconds timeout{30};        // without an answer
    static constexpr qsizetype mostBytes = 256 * 1024 * 1024; // of all answers

signals:
    void progress(const QString &collection, int rows);
    void finished(const gatehouse::OpenedFile &file);
    void failed(const gatehouse::Error &error);

private:
    struct Question {
        QString table;
        QString path; // with its query
    };

    void askNext();
    void onReply(const Question &question);
    [[nodiscard]] bool takePage(const Question &question, const QJsonObject &page);
    void fail(ErrorKind kind, const QString &message);
    void finish();

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr;
    QUrl m_url;
    QByteArray m_token;
    QList<Question> m_questions;
    QHash<QString, QList<QJsonObject>> m_rows;
    qsizetype m_bytes = 0;
    int m_count = 0;
};

} // namespace gatehouse
