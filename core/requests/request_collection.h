// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/yaml_tree.h"
#include "core/requests/request_draft.h"

namespace gatehouse {

// A request that is kept, with a name.
struct SavedRequest {
    QString name;
    QString folder = {}; // empty: none
    RequestDraft draft = {};
    QList<YamlEntry> others = {}; // of its map in the file, that this program does not know
};

// The requests of a project, in the order of their file, NAME.requests.yml beside NAME.yml or in the folder NAME.
// It never holds a secret.
// Thread: any (plain value).
struct RequestCollection {
    QList<SavedRequest> requests;
    QList<YamlEntry> others = {}; // of the file, that this program does not know

    // The file beside a project's (see project_files.h); empty without one.
    [[nodiscard]] static QString fileFor(const QString &projectPlace);

    // The error has every problem with its place.
    [[nodiscard]] static Result<RequestCollection> read(const QByteArray &text);
    [[nodiscard]] QByteArray text() const;
};

} // namespace gatehouse
