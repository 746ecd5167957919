// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/editor_parts.h"

#include "ui/certificates/certificate_notes.h"
#include "ui/certificates/private_key_editor.h"
#include "ui/forms/entity_form.h"
#include "ui/inspect/access_tab.h"
#include "ui/inspect/effective_plugins_tab.h"
#include "ui/inspect/match_strip.h"
#include "ui/inspect/paths_editor.h"
#include "ui/inspect/service_strip.h"
#include "ui/inspect/target_health_tab.h"
#include "ui/limits/limits_tab.h"
#include "ui/traffic/traffic_tab.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QWidget *makeMatchStrip(Workbench &workbench, EntityForm &form, QWidget *parent)
{
    auto *strip = new MatchStrip(workbench, parent);
    QObject::connect(&form, &EntityForm::recordEdited, strip, &MatchStrip::showRecord);
    return strip;
}

QWidget *makeServiceStrip(Workbench &workbench, EntityForm &form, QWidget *parent)
{
    auto *strip = new ServiceStrip(workbench, form, parent);
    QObject::connect(&form, &EntityForm::recordEdited, strip, &ServiceStrip::showRecord);
    return strip;
}

FieldEditor *makeRouteEditor(const Field &field, const QString &path, QWidget *parent)
{
    return path == "paths"_L1 ? new PathsEditor(field, path, parent) : nullptr;
}

template <EntityKind kind>
EditorTab *makeTrafficTab(Workbench &workbench, QWidget *parent)
{
    return new TrafficTab(kind, workbench, parent);
}

EditorParts serviceParts()
{
    EditorParts parts;
    parts.tabs = {makeTrafficTab<EntityKind::Services>};
    parts.makeHead = makeServiceStrip;
    return parts;
}

EditorParts routeParts()
{
    EditorParts parts;
    parts.tabs = {
        [](Workbench &workbench, QWidget *parent) -> EditorTab * { return new EffectivePluginsTab(workbench, parent); },
        [](Workbench &workbench, QWidget *parent) -> EditorTab * {
            return new AccessTab(AccessTab::Side::Route, workbench, parent);
        },
        makeTrafficTab<EntityKind::Routes>};
    parts.makeFoot = makeMatchStrip;
    parts.makeEditor = makeRouteEditor;
    return parts;
}

EditorParts consumerParts()
{
    EditorParts parts;
    parts.tabs = {
        [](Workbench &workbench, QWidget *parent) -> EditorTab * {
            return new AccessTab(AccessTab::Side::Consumer, workbench, parent);
        },
        [](Workbench &workbench, QWidget *parent) -> EditorTab * { return new LimitsTab(workbench, parent); }};
    return parts;
}

EditorParts upstreamParts()
{
    EditorParts parts;
    parts.tabs = {
        [](Workbench &workbench, QWidget *parent) -> EditorTab * { return new TargetHealthTab(workbench, parent); }};
    return parts;
}

FieldEditor *makeCertificateEditor(const Field &field, const QString &path, QWidget *parent)
{
    static const QStringList certificates{u"cert"_s, u"cert_alt"_s};
    static const QStringList keys{u"key"_s, u"key_alt"_s};
    if (keys.contains(path))
        return new PrivateKeyEditor(field, path, parent);
    return certificates.contains(path) ? new PemEditor(field, path, parent) : nullptr;
}

// Nothing of its own to be seen: it writes beside the fields.
QWidget *makeCertificateNotes(Workbench &, EntityForm &form, QWidget *)
{
    new CertificateNotes(form);
    return nullptr;
}

EditorParts certificateParts()
{
    EditorParts parts;
    parts.makeHead = makeCertificateNotes;
    parts.makeEditor = makeCertificateEditor;
    return parts;
}

} // namespace

const EditorParts &editorParts(EntityKind kind)
{
    static const EditorParts none;
    static const EditorParts services = serviceParts();
    static const EditorParts routes = routeParts();
    static const EditorParts consumers = consumerParts();
    static const EditorParts upstreams = upstreamParts();
    static const EditorParts certificates = certificateParts();
    switch (kind) {
    case EntityKind::Services:
        return services;
    case EntityKind::Routes:
        return routes;
    case EntityKind::Consumers:
        return consumers;
    case EntityKind::Upstreams:
        return upstreams;
    case EntityKind::Certificates:
    case EntityKind::CaCertificates:
        return certificates;
    default:
        return none;
    }
}

} // namespace gatehouse
