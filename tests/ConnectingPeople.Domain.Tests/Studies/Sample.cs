using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>A small sound definition, to be broken one way at a time.</summary>
public static class Sample
{
    public const string Yaml =
        """
        study: { id: sample, version: "1", name: Sample, languages: [en-GB, cy] }
        sending: { days: [monday, thursday], from: "09:00", to: "20:00", maxPerDay: 3 }
        checkIns:
          - id: weekly
            questionnaire: check
            every: P7D
            on: thursday
            at: "11:00"
            remindAfter: [P1D, P2D]
            closeAfter: P3D
            late: skip
        waves:
          - id: baseline
            questionnaire: check
            due: P1M
            opens: P0D
            closes: P2M
            ask: sms
            at: "12:00"
            remindAfter: P2D
            closeAfter: P6D
        questionnaires:
          check:
            version: 1
            opening: { en-GB: "Hi {{ name }} {{ question }}", cy: "Helo {{ name }} {{ question }}" }
            questions:
              - id: goal
                type: scale
                about: goal
                min: 1
                max: 4
                labels: { 1: none, 4: done }
                text: { en-GB: "How is {{ goal }}?", cy: "Sut mae {{ goal }}?" }
              - id: people
                type: count
                min: 0
                max: 99
                text: { en-GB: "How many?", cy: "Faint?" }
              - id: new
                type: yes-no
                text: { en-GB: "New?", cy: "Newydd?" }
              - id: barrier
                type: choice
                options:
                  - { value: money, label: my money }
                  - travel
                askWhen: { question: goal, atMost: 2 }
                text: { en-GB: "Why?", cy: "Pam?" }
              - id: more
                type: text
                optional: true
                attempts: 1
                askWhen: { question: barrier, is: travel }
                text: { en-GB: "More?", cy: "Mwy?" }
        keywords:
          optOut: [STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPTOUT]
          optIn: [START]
          help: [HELP]
          pause: [PAUSE]
          callMe: [CALL ME]
        risk: { phrases: [kill myself], harmless: [killing time] }
        pause: { for: P14D }
        messages:
          reminder: { en-GB: "Still there? {{ question }}", cy: "Yno? {{ question }}" }
          askAgain: { en-GB: "Sorry. {{ question }}", cy: "Sori. {{ question }}" }
          askDifferently: { en-GB: "Send {{ hint }}", cy: "Anfon {{ hint }}" }
          movingOn: { en-GB: "Next: {{ question }}", cy: "Nesaf: {{ question }}" }
          thanks: { en-GB: "Thanks {{ name }}", cy: "Diolch {{ name }}" }
          thanksWithLink: { en-GB: "Thanks, see {{ link }}", cy: "Diolch, {{ link }}" }
          optedOut: { en-GB: "Bye", cy: "Hwyl" }
          stillOptedOut: { en-GB: "Bye", cy: "Hwyl" }
          optedIn: { en-GB: "Hi", cy: "Helo" }
          help: { en-GB: "Help", cy: "Help" }
          paused: { en-GB: "Until {{ until }}", cy: "Tan {{ until }}" }
          callMe: { en-GB: "OK", cy: "Iawn" }
          signposting: { en-GB: "999", cy: "999" }
          noted: { en-GB: "OK", cy: "Iawn" }
          noWords: { en-GB: "Words?", cy: "Geiriau?" }
          unknownNumber: { en-GB: "Who?", cy: "Pwy?" }
          leftStudy: { en-GB: "Left", cy: "Wedi mynd" }
          email:
            { subject: { en-GB: Hi, cy: Helo }, invitation: { en-GB: "{{ questions }} {{ link }}", cy: "{{ questions }}" }, reminderSubject: { en-GB: Hi, cy: Helo }, reminder: { en-GB: Hi, cy: Helo }, button: { en-GB: Go, cy: Mynd }, why: { en-GB: So, cy: Felly }, stop: { en-GB: End, cy: Diwedd } }
          hints:
            scale: { en-GB: "{{ min }} to {{ max }}", cy: "{{ min }} i {{ max }}" }
            count: { en-GB: "a number", cy: "rhif" }
            yes-no: { en-GB: "yes or no", cy: "ie neu na" }
            choice: { en-GB: "{{ options }}", cy: "{{ options }}" }
            choices: { en-GB: "{{ options }}", cy: "{{ options }}" }
            text: { en-GB: "words", cy: "geiriau" }
            date: { en-GB: "a day", cy: "dyddiad" }
        alerts:
          workingTime: { days: [monday], from: "08:30", to: "16:30", timeZone: Europe/London }
          gatherFor: PT5M
          rules:
            risk-phrase: { severity: urgent, escalateAfter: PT30M, byClock: true }
            asked-for-a-call: { severity: soon, escalateAfter: P1D }
            opted-out: { severity: soon, escalateAfter: P2D }
            undelivered: { severity: soon, escalateAfter: P2D }
        fidelity: { full: 3.5, sources: 2, elements: [{ id: goals-set, label: Goals }, { id: partnership, label: Partners }] }
        digest: { quietAfter: 2, stalledAfter: 3, signs: [{ id: met, label: a new face, question: new, is: yes, within: P56D }, { id: many, label: many people, question: people, atLeast: 5, within: P4W }] }
        exports: { keep: 30 }
        """;

    /// <summary>The same with a measure of each type.</summary>
    public static string WithMeasures { get; } = Yaml + """

        measures:
          - { id: going, type: sum, label: Going, unit: points, direction: higher-is-better, instrument: ours, source: us, items: [goal, new], reversed: [new], digits: 0 }
          - { id: average, type: mean, label: Average, unit: points, direction: lower-is-better, instrument: ours, source: them, items: [goal], prorateFrom: 0.5, fromVersion: 2 }
          - { id: metric, type: lookup, label: Metric, unit: metres, direction: neither, instrument: ours, source: us, of: going, table: { 1: -1, 2: 1.5, 3: 2, 4: 3, 5: 9.25 } }
          - id: health
            type: index
            label: Health
            unit: value
            direction: higher-is-better
            instrument: ours
            source: us
            anyAtLeast: { 2: 0.081, 4: 0.269 }
            dimensions:
              - { item: goal, levels: { 2: 0.1, 3: 0.2, 4: 0.7 } }
            digits: 3
          - { id: spent, type: cost, label: Spent, direction: lower-is-better, instrument: ours, source: us, currency: GBP, priceYear: 2024, unitCosts: [{ item: people, per: visit, cost: 41.50 }] }
          - { id: years, type: qaly, label: Years, direction: higher-is-better, instrument: ours, source: us, of: health, digits: 4 }
        """;

    public static Loaded<Study> Load(string yaml) => StudyDefinition.Load(yaml, "sample.yaml");

    /// <summary>What is wrong with the sample once <paramref name="sound"/>, which stands there once, is replaced.</summary>
    /// <returns>Each error as <c>line path: wrong; cure</c>; the line as a difference to that of the replacement.</returns>
    public static IEnumerable<string> ErrorsAfter(string sound, string broken) => ErrorsAfter(sound, broken, Yaml);

    /// <summary>The same of another definition.</summary>
    public static IEnumerable<string> ErrorsAfter(string sound, string broken, string yaml)
    {
        int place = yaml.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(place >= 0 && place == yaml.LastIndexOf(sound, StringComparison.Ordinal), $"'{sound}' stands in the sample once");
        int line = yaml[..place].Count(letter => letter == '\n') + 1;

        Loaded<Study> loaded = Load(yaml.Replace(sound, broken, StringComparison.Ordinal));

        Assert.Equal(loaded.Errors.Count == 0, loaded.IsSound);
        Assert.All(loaded.Errors, error => Assert.Equal("sample.yaml", error.File));
        return loaded.Errors.Select(error => $"{error.Line - line:+0;-0;0} {error.Path}: {error.Wrong}; {error.Cure}");
    }
}
