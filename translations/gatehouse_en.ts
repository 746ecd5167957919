<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccessWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; and %n more route(s)</source>
        <translation>
            <numerusform>%1; and %n more route</numerusform>
            <numerusform>%1; and %n more routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DroppedFiles</name>
    <message numerus="yes">
        <source>%n new certificate(s) with their keys</source>
        <translation>
            <numerusform>%n new certificate with its key</numerusform>
            <numerusform>%n new certificates with their keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new certificates; their passphrases are asked for</source>
        <translation>
            <numerusform>%n new certificate; its passphrase is asked for</numerusform>
            <numerusform>%n new certificates; their passphrases are asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the requests of %n files</source>
        <translation>
            <numerusform>Show the requests of %n file</numerusform>
            <numerusform>Show the requests of %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JwtWords</name>
    <message numerus="yes">
        <source>It is a matter of %n second(s): do the clocks agree? The gateway allows no difference.</source>
        <translation>
            <numerusform>It is a matter of %n second: do the clocks agree? The gateway allows no difference.</numerusform>
            <numerusform>It is a matter of %n seconds: do the clocks agree? The gateway allows no difference.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::DevelopmentCertificateDialog</name>
    <message numerus="yes">
        <source>Valid for %n days. Clients do not trust it until they are told to; nothing is installed on this computer.</source>
        <translation>
            <numerusform>Valid for %n day. Clients do not trust it until they are told to; nothing is installed on this computer.</numerusform>
            <numerusform>Valid for %n days. Clients do not trust it until they are told to; nothing is installed on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid for %n days. Clients that trust the authority, %1, trust all certificates it signs; it is made once and installed nowhere. Whoever has its key can imitate every site to them.</source>
        <translation>
            <numerusform>Valid for %n day. Clients that trust the authority, %1, trust all certificates it signs; it is made once and installed nowhere. Whoever has its key can imitate every site to them.</numerusform>
            <numerusform>Valid for %n days. Clients that trust the authority, %1, trust all certificates it signs; it is made once and installed nowhere. Whoever has its key can imitate every site to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::EffectivePluginsTab</name>
    <message numerus="yes">
        <source>%1 – overridden for %n consumer(s)</source>
        <translation>
            <numerusform>%1 – overridden for %n consumer</numerusform>
            <numerusform>%1 – overridden for %n consumers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::EntityCommands</name>
    <message numerus="yes">
        <source>%n × %1</source>
        <translation>
            <numerusform>%n × %1</numerusform>
            <numerusform>%n × %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %1 and %n more that belonged to it</source>
        <translation>
            <numerusform>Deleted %1 and %n more that belonged to it</numerusform>
            <numerusform>Deleted %1 and %n more that belonged to it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ExportDialog</name>
    <message numerus="yes">
        <source>%n environment variable(s) must be set; their names go into .env.example.</source>
        <translation>
            <numerusform>%n environment variable must be set; its name goes into .env.example.</numerusform>
            <numerusform>%n environment variables must be set; their names go into .env.example.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::GroupStrip</name>
    <message numerus="yes">
        <source>Named by %n acl(s). Click to leave the group.</source>
        <translation>
            <numerusform>Named by %n acl. Click to leave the group.</numerusform>
            <numerusform>Named by %n acls. Click to leave the group.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::HistoryPage</name>
    <message numerus="yes">
        <source>%n revision(s)</source>
        <translation>
            <numerusform>%n revision</numerusform>
            <numerusform>%n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n revision(s)</source>
        <translation>
            <numerusform>%1 of %n revision</numerusform>
            <numerusform>%1 of %n revisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ImportDialog</name>
    <message numerus="yes">
        <source>Reading %1; %n row(s) so far.</source>
        <translation>
            <numerusform>Reading %1; %n row so far.</numerusform>
            <numerusform>Reading %1; %n rows so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 added, %2 changed, %3 removed; %n warning(s).</source>
        <translation>
            <numerusform>%1 added, %2 changed, %3 removed; %n warning.</numerusform>
            <numerusform>%1 added, %2 changed, %3 removed; %n warnings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::KongDialog</name>
    <message numerus="yes">
        <source>Reading %1; %n row(s) so far.</source>
        <translation>
            <numerusform>Reading %1; %n row so far.</numerusform>
            <numerusform>Reading %1; %n rows so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitHistoryChart</name>
    <message numerus="yes">
        <source>%n window(s)</source>
        <translation>
            <numerusform>%n window</numerusform>
            <numerusform>%n windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n window(s)</source>
        <translation>
            <numerusform>last %n window</numerusform>
            <numerusform>last %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::LimitsModel</name>
    <message numerus="yes">
        <source>%1 of %2, resets in %n second(s)</source>
        <translation>
            <numerusform>%1 of %2, resets in %n second</numerusform>
            <numerusform>%1 of %2, resets in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) not applied</source>
        <translation>
            <numerusform>%n change not applied</numerusform>
            <numerusform>%n changes not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n certificate(s)</source>
        <translation>
            <numerusform>Add %n certificate</numerusform>
            <numerusform>Add %n certificates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::OverviewLists</name>
    <message numerus="yes">
        <source>%1 from %2, %n time(s)</source>
        <translation>
            <numerusform>%1 from %2, %n time</numerusform>
            <numerusform>%1 from %2, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::ProblemsPage</name>
    <message numerus="yes">
        <source>Show %n muted</source>
        <translation>
            <numerusform>Show %n muted</numerusform>
            <numerusform>Show %n muted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::RecordRows</name>
    <message numerus="yes">
        <source>Advanced (%n left at their default)</source>
        <translation>
            <numerusform>Advanced (%n left at their default)</numerusform>
            <numerusform>Advanced (%n left at their default)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::RecordedTrafficDialog</name>
    <message numerus="yes">
        <source>%n line(s) or entries could not be read</source>
        <translation>
            <numerusform>%n line or entry could not be read</numerusform>
            <numerusform>%n lines or entries could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::RequestsPage</name>
    <message numerus="yes">
        <source>✓ All %n as expected</source>
        <translation>
            <numerusform>✓ All %n as expected</numerusform>
            <numerusform>✓ All %n as expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n request(s) of %1</source>
        <translation>
            <numerusform>Deleted %n request of %1</numerusform>
            <numerusform>Deleted %n requests of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::SecretCommands</name>
    <message numerus="yes">
        <source>%n secret(s) of %1 have no value: %2. Type them into their fields, or set them with “gatehousectl secrets set NAME”. Until then no revision with them runs.</source>
        <translation>
            <numerusform>%n secret of %1 has no value: %2. Type it into its field, or set it with “gatehousectl secrets set NAME”. Until then no revision with it runs.</numerusform>
            <numerusform>%n secrets of %1 have no value: %2. Type them into their fields, or set them with “gatehousectl secrets set NAME”. Until then no revision with them runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) stay until the file is opened again, as undo may bring their rows back.</source>
        <translation>
            <numerusform>%n secret stays until the file is opened again, as undo may bring its row back.</numerusform>
            <numerusform>%n secrets stay until the file is opened again, as undo may bring their rows back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n secret(s) for good? No file of the folder asks for them.</source>
        <translation>
            <numerusform>Remove %n secret for good? No file of the folder asks for it.</numerusform>
            <numerusform>Remove %n secrets for good? No file of the folder asks for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secret(s) removed.</source>
        <translation>
            <numerusform>%n secret removed.</numerusform>
            <numerusform>%n secrets removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::Sparkline</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::StatusBar</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopping: %n connection(s) left</source>
        <translation>
            <numerusform>Stopping: %n connection left</numerusform>
            <numerusform>Stopping: %n connections left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficColumns</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds</comment>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>hours</comment>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last five minutes</source>
        <translation>
            <numerusform>%n request in the last five minutes</numerusform>
            <numerusform>%n requests in the last five minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <comment>days</comment>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gatehouse::TrafficTab</name>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>model</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
</TS>
