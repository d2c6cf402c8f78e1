<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>JobText</name>
    <message numerus="yes">
        <source>%n environment variable(s) added.</source>
        <translation>
            <numerusform>%n environment variable added.</numerusform>
            <numerusform>%n environment variables added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n header(s) added.</source>
        <translation>
            <numerusform>%n header added.</numerusform>
            <numerusform>%n headers added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message numerus="yes">
        <source> … (%n more character(s))</source>
        <translation>
            <numerusform> … (%n more character)</numerusform>
            <numerusform> … (%n more characters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesText</name>
    <message numerus="yes">
        <source>If still running: run alongside, at most %n at once, then skip.</source>
        <translation>
            <numerusform>If still running: run alongside, at most %n at once, then skip.</numerusform>
            <numerusform>If still running: run alongside, at most %n at once, then skip.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If still running: wait in a queue of up to %n.</source>
        <translation>
            <numerusform>If still running: wait in a queue of up to %n.</numerusform>
            <numerusform>If still running: wait in a queue of up to %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message numerus="yes">
        <source>%n process(es) ended by force</source>
        <translation>
            <numerusform>%n process ended by force</numerusform>
            <numerusform>%n processes ended by force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScheduleNoteWords</name>
    <message numerus="yes">
        <source>about once every %n years</source>
        <translation>
            <numerusform>about once every year</numerusform>
            <numerusform>about once every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out by exceptions: %1 and %n more dates in 13 months.</source>
        <translation>
            <numerusform>Left out by exceptions: %1 and %n more date in 13 months.</numerusform>
            <numerusform>Left out by exceptions: %1 and %n more dates in 13 months.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carillon::Scheduler</name>
    <message numerus="yes">
        <source>%n process(es) of the interrupted runs were still there and have been ended.</source>
        <translation>
            <numerusform>%n process of the interrupted runs was still there and has been ended.</numerusform>
            <numerusform>%n processes of the interrupted runs were still there and have been ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carillon::ui::JobCommands</name>
    <message numerus="yes">
        <source>Pause %n job(s)</source>
        <translation>
            <numerusform>Pause %n job</numerusform>
            <numerusform>Pause %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n job(s)</source>
        <translation>
            <numerusform>Resume %n job</numerusform>
            <numerusform>Resume %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n job(s)</source>
        <translation>
            <numerusform>Delete %n job</numerusform>
            <numerusform>Delete %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n job(s)</source>
        <translation>
            <numerusform>Deleted %n job</numerusform>
            <numerusform>Deleted %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carillon::ui::ChannelField</name>
    <message numerus="yes">
        <source>%1: %n refused</source>
        <translation>
            <numerusform>%1: %n refused</numerusform>
            <numerusform>%1: %n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carillon::ui::MainWindow</name>
    <message numerus="yes">
        <source>Stop %n running job(s)?</source>
        <translation>
            <numerusform>Stop %n running job?</numerusform>
            <numerusform>Stop %n running jobs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are running.</source>
        <translation>
            <numerusform>%n job is running.</numerusform>
            <numerusform>%n jobs are running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>carillon::ui::StatusFields</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
</TS>
