// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHostInfo>
#include <QObject>
#include <QSslSocket>
#include <QTimer>

namespace gatehouse {

// One request to a backend, from this program: how long its name, the connection, TLS and the first byte take, or what
// goes wrong and whose fault that is. Thread: control.
class UpstreamTest : public QObject
{
    Q_OBJECT
public:
    struct Target {
        QString host;
        quint16 port = 80;
        bool tls = false;
        bool verifiesCertificate = true;
        QString path = {};
    };

    enum class Verdict {
        Answered,
        Unreachable,   // the configuration may be right, the backend does not answer
        Misconfigured, // what the configuration says cannot be right
        Cancelled,
    };

    explicit UpstreamTest(QObject *parent = nullptr);
    ~UpstreamTest() override;

    // Ends the one that is running.
    void start(const Target &target);
    void cancel();

    [[nodiscard]] bool isRunning() const noexcept { return m_step != Step::Idle; }

    static constexpr std::chrono::milliseconds timeLimit{5000};

signals:
    // A step is over: "DNS 2 ms".
    void progress(const QString &text);
    void finished(gatehouse::UpstreamTest::Verdict verdict, const QString &text);

private:
    enum class Step { Idle, Name, Connecting, Handshake, Answer };

    void onName(const QHostInfo &info);
    void onConnected();
    void onEncrypted();
    void onData();
    void onError();
    void onTimeout();
    void ask();
    void pass(const QString &what);
    void finish(Verdict verdict, const QString &text);
    [[nodiscard]] QString place() const;

    Target m_target;
    Step m_step = Step::Idle;
    int m_lookup = 0;
    QStringList m_times;
    QElapsedTimer m_since; // the step began
    QTimer m_limit;
    QSslSocket m_socket;
};

} // namespace gatehouse
