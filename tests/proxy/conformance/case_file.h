// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace gatehouse {

// One exchange of the conformance suite. Written as a block of lines, each beginning with a mark and a space:
//
//   [9112 6.1] what it is about   begins a case
//   >  text    the client sends this and CRLF; >> without CRLF. \r \n \t \0 \\ \xHH stand for octets, \{N c} for N of c
//   }          the client stops sending
//   ^  text    the upstream answers this and CRLF; ^^ without. Unless given: 200 with "ok"
//   ~          the upstream closes after its answer
//   <  200 open    statuses the client gets, then the state: open, close, or cut (the last answer is not whole)
//   =  GET /r text     the upstream gets this request with this body; none of these lines: it gets nothing
//   +  Name: value     the first request of the upstream has this field;  -  Name: it has no such field
//   h  Name: value     the last answer to the client has this field;  !  Name: it has no such field
//   b  text            the body of the last answer
struct ConformanceCase {
    QByteArray name;
    QByteArray sent;
    QByteArray answer;
    QList<QByteArray> statuses;
    QByteArray state;
    QList<QByteArray> received;
    QList<QByteArray> upstreamFields;
    QList<QByteArray> missingUpstreamFields;
    QList<QByteArray> clientFields;
    QList<QByteArray> missingClientFields;
    QByteArray body;
    bool hasBody = false;
    bool stopsSending = false;
    bool upstreamCloses = false;

    // What follows the head, when it is in chunks; else empty.
    [[nodiscard]] QByteArray chunkedBody() const;
};

// The cases of a file; an empty list and `problem` when a line cannot be read.
QList<ConformanceCase> readCases(const QString &path, QString &problem);

} // namespace gatehouse

Q_DECLARE_METATYPE(gatehouse::ConformanceCase)
