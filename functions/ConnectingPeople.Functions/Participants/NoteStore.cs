using System.Globalization;
using Azure.Data.Tables;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The note rows of participants.</summary>
public sealed class NoteStore(StorageClients clients)
{
    /// <summary>
    /// Adds a note under its instant; more in the same second are counted. The person's state is touched with it, as it was loaded: a note
    /// about somebody who is erased at this moment is stored before that, and goes with the rest, or not at all.
    /// </summary>
    /// <returns>False when the person's state moved on meanwhile: load it again.</returns>
    public async Task<bool> AddAsync(Stored about, Note note, CancellationToken cancellation)
    {
        string id = about.Person.Id.Text;
        TableTransactionAction touch = new(TableTransactionActionType.UpdateMerge, new TableEntity(id, ParticipantRows.State), about.Version);
        string at = note.At.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        for (int n = 1; ; n++)
        {
            TableEntity row = new(id, $"{Note.Prefix}{at}-{n}") { ["At"] = note.At.ToDateTimeUtc(), ["By"] = note.By, ["Text"] = note.Text };
            try
            {
                await clients.Participants.SubmitTransactionAsync([touch, new TableTransactionAction(TableTransactionActionType.Add, row)], cancellation);
                return true;
            }
            catch (TableTransactionFailedException e) when (e.Status == 409)
            {
                // Somebody wrote one in this very second: this is the next.
            }
            catch (TableTransactionFailedException e) when (e.Status == 412)
            {
                return false;
            }
        }
    }
}
