using System.Text.Json;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace ConnectingPeople.Functions.FollowUps;

/// <summary>Makes a person's history from their rows. A row that can't be read is named and left out; the others are taken.</summary>
public sealed class HistoryReader(Action<RowProblem> tell)
{
    private readonly List<CheckIn> checkIns = [];
    private readonly List<Alert> alerts = [];
    private readonly Dictionary<string, LocalDate> goals = [];
    private readonly Dictionary<string, Instant> decided = [];
    private readonly Dictionary<string, Instant> delivered = [];
    private Participant? person;
    private bool isStateTold;

    /// <returns>The history; null when the person's state can't be read, and then nothing of theirs can be used; or when they were erased.</returns>
    public static ParticipantHistory? Read(IReadOnlyList<TableEntity> rows, Action<RowProblem> tell)
    {
        HistoryReader reader = new(tell);
        foreach (TableEntity row in rows)
        {
            reader.Take(row);
        }

        return reader.History(rows[0].PartitionKey);
    }

    private ParticipantHistory? History(string id)
    {
        if (person is null)
        {
            if (!isStateTold)
            {
                tell(new RowProblem(id, ParticipantRows.State, "There is no such row, so nothing of this participant could be taken."));
            }

            return null;
        }

        if (person.ErasedAt is not null)
        {
            return null;
        }

        return new ParticipantHistory(person)
        {
            CheckIns = checkIns,
            Alerts = alerts,
            GoalsSetOn = goals,
            DecidedAt = decided,
            DeliveredAt = delivered,
            OptedOutAt = alerts.Where(alert => alert.Rule == RuleNames.OptedOut).Max(alert => (Instant?)alert.RaisedAt),
        };
    }

    private void Take(TableEntity row)
    {
        try
        {
            string[] key = row.RowKey.Split('|', 2);
            Take(row, key[0], key.Length == 2 ? key[1] : "");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or DateTimeZoneNotFoundException)
        {
            isStateTold |= row.RowKey == ParticipantRows.State;
            tell(new RowProblem(row.PartitionKey, row.RowKey, Reason(e)));
        }
    }

    private void Take(TableEntity row, string kind, string id)
    {
        switch (kind)
        {
            case ParticipantRows.State:
                person = Checked(row);
                break;
            case "check-in":
                checkIns.Add(Checked(row, id));
                break;
            case "goal" when row.GetString("SetOn") is { } day:
                goals[id] = LocalDatePattern.Iso.Parse(day).GetValueOrThrow();
                break;
            case "message" when row.GetString("Direction") != "in":
                Note(decided, id, row.GetDateTimeOffset("At"));
                Note(delivered, id, row.GetDateTimeOffset("DeliveredAt"));
                break;
            case "alert":
                alerts.Add(CheckedAlert(row, id));
                break;
        }
    }

    private static Participant Checked(TableEntity row)
    {
        Participant state = ParticipantRows.ToParticipant(Whole(row));
        _ = state.Profile.Zone();
        return state.Id.Text == row.PartitionKey ? state : throw new FormatException("It names another participant.");
    }

    private static CheckIn Checked(TableEntity row, string id)
    {
        CheckIn state = ParticipantRows.ToCheckIn(Whole(row));
        bool isWhole = state.Answers is not null && state.Answers.All(answer => answer?.Question is not null);
        return state.Id != id ? throw new FormatException("It names another check-in.")
            : isWhole ? state
            : throw new FormatException("It has an answer without its question.");
    }

    private static Alert CheckedAlert(TableEntity row, string id)
    {
        Alert state = ParticipantRows.ToAlert(Whole(row));
        return state.Id == id ? state : throw new FormatException("It names another alert.");
    }

    private static TableEntity Whole(TableEntity row) =>
        row.GetString("State") is null ? throw new FormatException("Its state is missing.") : row;

    private static void Note(Dictionary<string, Instant> moments, string id, DateTimeOffset? at)
    {
        if (at is { } moment)
        {
            moments[id] = Instant.FromDateTimeOffset(moment);
        }
    }

    /// <summary>Says what is wrong without repeating what stands in the row.</summary>
    private static string Reason(Exception e) => e switch
    {
        JsonException json => $"Its state can't be read: the JSON is wrong at {json.Path ?? "its start"}, byte {json.BytePositionInLine ?? 0}.",
        DateTimeZoneNotFoundException => "It names a time zone that doesn't exist.",
        InvalidOperationException => "One of its columns has the wrong type.",
        UnparsableValueException => "One of its days isn't written in ISO 8601.",
        _ => e.Message,
    };
}
