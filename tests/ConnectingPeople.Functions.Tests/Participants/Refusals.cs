using System.Net;
using ConnectingPeople.Functions.Tests.Support;

namespace ConnectingPeople.Functions.Tests.Participants;

/// <summary>Enrolments that are refused.</summary>
internal static class Refusals
{
    /// <summary>Asks to enrol, and makes sure that it is refused and leaves nothing behind.</summary>
    public static async Task<Answer> RefusedAsync(this App app, object body, HttpStatusCode status = HttpStatusCode.BadRequest, string role = "administrator")
    {
        IReadOnlyList<string> before = await app.RowsAsync();

        Answer answer = await app.PostAsync(role, "/api/participants", body);

        Assert.True(answer.Status == status, $"{answer.Status} {answer.Text}");
        Assert.Equal(before, await app.RowsAsync());
        return answer;
    }
}
