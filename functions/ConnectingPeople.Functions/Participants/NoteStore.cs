using System.Globalization;
using Azure;
using Azure.Data.Tables;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The note rows of participants.</summary>
public sealed class NoteStore(StorageClients clients)
{
    /// <summary>Adds a note under its instant; more in the same second are counted.</summary>
    public async Task AddAsync(ParticipantId id, Note note, CancellationToken cancellation)
    {
        string at = note.At.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        for (int n = 1; ; n++)
        {
            TableEntity row = new(id.Text, $"{Note.Prefix}{at}-{n}") { ["At"] = note.At.ToDateTimeUtc(), ["By"] = note.By, ["Text"] = note.Text };
            try
            {
                await clients.Participants.AddEntityAsync(row, cancellation);
                return;
            }
            catch (RequestFailedException e) when (e.Status == 409)
            {
                // Somebody wrote one in this very second: this is the next.
            }
        }
    }
}
