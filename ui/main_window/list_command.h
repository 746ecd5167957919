// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

// What the Edit menu does on the page that is shown.
enum class ListCommand {
    New,
    Duplicate,
    Delete,
    ToggleEnabled,
    TryRequest,
    SendAs,
    Rename,
    AddTag,
    AttachPlugin,
    ShowTraffic,
    MoveToService,
    AddToGroup,
    ChangeScope,
    CopyToScope,
    MoveToFile,
    CopyYaml,
    CopyCurl,
    CopyAdminCall,
    CopyName,
    CopyId,
    Paste
};

} // namespace gatehouse
