using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Messaging;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Alerts;
using ConnectingPeople.Functions.Messaging;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Privacy;

/// <summary>Says in plain words, to the person themself, what a stored row holds.</summary>
/// <param name="contact">Puts their name where messages have it; null when nobody knows it any more.</param>
/// <param name="zone">Whose times are told.</param>
/// <param name="study">Names questions.</param>
public sealed class RecordWording(Contact? contact, DateTimeZone zone, Study study)
{
    private const string Other = "other";

    private readonly AlertWords alerts = new("", zone);

    /// <summary>The kinds of rows of a person's partition in the order of the record, and the last for whatever else there is.</summary>
    public static IReadOnlyList<(string Kind, string Title, string Why)> Kinds { get; } =
    [
        (ParticipantRows.State, "Your part in the study", "What you agreed to, and what we need to write to you at the right time."),
        ("goal", "Your goals", "So that check-ins ask about what you work towards."),
        ("message", "Messages between you and us", "So that your worker can see what was asked and what you said."),
        ("check-in", "Your check-ins and answers", "What the study measures. Researchers see it without your name."),
        ("alert", "When we told your worker", "So that somebody looks after what needs a person, and so that it can be seen that they did."),
        ("note", "Notes that staff wrote about you", "So that those who work with you know what was agreed."),
        (ParticipantRows.ErasureKey, "That you were erased", "To prove that it was done."),
        (Other, "Anything else", "Rows of other kinds."),
    ];

    /// <summary>Which of the kinds a row is of.</summary>
    public static string KindOf(TableEntity row) =>
        row.RowKey.Split('|', 2)[0] is var kind && Kinds.Any(known => known.Kind == kind) ? kind : Other;

    /// <summary>A row of the person's partition.</summary>
    public RecordEntry Entry(TableEntity row) => KindOf(row) switch
    {
        ParticipantRows.State => Of(row, null, Part(ParticipantRows.ToParticipant(row))),
        "goal" => Of(row, null, [new("Goal", row.GetString("Text") ?? ""), new("Set on", row.GetString("SetOn") ?? "")]),
        "message" => Of(row, At(row), Message(row)),
        "check-in" when ParticipantRows.ToCheckIn(row) is var checkIn => Of(row, checkIn.DueAt, CheckIn(checkIn)),
        "alert" when ParticipantRows.ToAlert(row) is var alert => Of(row, alert.RaisedAt, [new("What", alert.Summary), .. alert.Steps.Select(step => new RecordFact("Then", alerts.Of(step)))]),
        "note" => Of(row, At(row), [new("Written by", row.GetString("By") ?? ""), new("Note", row.GetString("Text") ?? "")]),
        ParticipantRows.ErasureKey when ParticipantRows.ToErasure(row) is var erasure => Of(row, erasure.At, [new("Erased by", erasure.By), new("Why", Domain.Words.Of(erasure.Reason))]),
        _ => Of(row, null, []),
    };

    /// <summary>A row of the contact store, opened.</summary>
    public static RecordEntry Contact(TableEntity row, JsonObject opened)
    {
        (string Column, string Name)[] names =
            [("Name", "Name"), ("Phone", "Mobile number"), ("Email", "Email address"), ("FirstName", "How messages address you"), ("Number", "Number"), ("Text", "What came from it before we knew you")];
        return new RecordEntry(
            $"contacts/{row.PartitionKey}/{row.RowKey}",
            At(row),
            [.. names.Where(name => opened[name.Column] is not null).Select(name => new RecordFact(name.Name, opened[name.Column]!.GetValue<string>()))],
            opened);
    }

    /// <summary>The person's place in the list of their agency.</summary>
    public static RecordEntry Listed(TableEntity row) => new(
        $"agencies/{row.PartitionKey}/{row.RowKey}", null, [new("Agency", row.PartitionKey), new("Practitioner", row.GetString("Practitioner") ?? "")], StoredRow.ToJson(row));

    /// <summary>When the app looks next at what is due for the person.</summary>
    public RecordEntry Wakes(Instant at) => new($"agenda/{at}", at, [new("We look again on", Moment.Full(at, zone))], new JsonObject { ["at"] = at.ToString() });

    private static RecordEntry Of(TableEntity row, Instant? at, IReadOnlyList<RecordFact> facts) => new(row.RowKey, at, facts, StoredRow.ToJson(row));

    private static Instant? At(TableEntity row) => row.GetDateTimeOffset("At") is { } at ? Instant.FromDateTimeOffset(at) : null;

    private List<RecordFact> Part(Participant person)
    {
        Profile profile = person.Profile;
        List<RecordFact> facts =
        [
            new("Enrolled", Moment.Full(profile.EnrolledAt, zone)),
            new("You agreed on", $"{Moment.LongDay(profile.Consent.GivenOn)}, to version {profile.Consent.Version} of the consent form"),
            new("If you are erased", profile.Consent.EraseAnswers ? "all of your answers go" : "numbers and choices stay without your name"),
            new("Agency", profile.AgencyId),
            new("Where you stand", person.ErasedAt is null ? Domain.Words.Of(Standings.Of(person)) : "erased"),
        ];
        facts.AddRange(new (string Name, string? Value)[]
        {
            ("Practitioner, who is told of alerts", profile.Practitioner),
            ("Supported among", WasTakenAway(profile) ? null : EnrolChoices.ClientGroups.First(group => group.Value == Domain.Words.Of(profile.ClientGroup)).Label),
            ("Age band", profile.AgeBand),
            ("Gender", profile.Gender),
            ("Last heard from you", person.HeardAt is { } heard ? Moment.Full(heard, zone) : null),
        }.Where(fact => fact.Value is { Length: > 0 }).Select(fact => new RecordFact(fact.Name, fact.Value!)));
        return facts;
    }

    /// <summary>Whether an erasure left no answers: then the group in the profile says nothing of the person. Everybody else has a language.</summary>
    private static bool WasTakenAway(Profile profile) => profile.Language.Length == 0;

    private List<RecordFact> Message(TableEntity row)
    {
        bool theirs = row.GetString("Direction") == "in";
        MessageRow message = MessageRow.Of(row);
        List<RecordFact> facts = [new(theirs ? "You wrote" : "We wrote", Said(message.Text))];
        if (message.Reply is { Length: > 0 } reply)
        {
            facts.Add(new RecordFact("We answered", Said(reply)));
        }

        if (message.Risk == true)
        {
            facts.Add(new RecordFact("Taken for", "words that may mean danger, so a person was told"));
        }

        if (theirs && message.Risk != true && TimelineWords.OfOutcome(message.Outcome) is { } outcome)
        {
            facts.Add(new RecordFact("Understood as", outcome));
        }

        return theirs ? facts : [.. facts, new("What became of it", TimelineWords.OfDelivery(MessageStatus.Of(row)))];
    }

    private List<RecordFact> CheckIn(CheckIn checkIn) =>
    [
        new("Asked", checkIn.SentAt is { } sent ? Moment.Full(sent, zone) : "not sent"),
        new("Where it stands", Domain.Words.Of(checkIn.Status)),
        .. checkIn.Answers.Select(answer => new RecordFact(QuestionOf(checkIn, answer), AnswerOf(answer))),
        .. checkIn.Overridden.Select(answer => new RecordFact($"{QuestionOf(checkIn, answer)}, as it was answered before", AnswerOf(answer))),
    ];

    private string QuestionOf(CheckIn checkIn, Answer answer) =>
        study.QuestionnaireOf(checkIn)?.Find(answer.Question) is null
            ? answer.Question
            : TimelineWords.OfQuestion(answer.Question);

    private static string AnswerOf(Answer answer)
    {
        string understood = answer.Label ?? answer.Value ?? TimelineWords.OfOutcome(answer.Outcome == AnswerOutcome.Refused ? "skip" : null) ?? "not kept, or not understood";
        return answer.Raw is { } raw && raw != understood ? $"{understood} (you wrote: {raw})" : understood;
    }

    private string Said(string stored) => contact is null ? FirstName.Hide(stored) : FormLink.PutInto(FirstName.PutInto(stored, FirstName.Of(contact.Name)), "[link]");
}
