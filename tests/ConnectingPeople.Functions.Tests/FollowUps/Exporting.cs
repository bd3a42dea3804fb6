using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ConnectingPeople.Functions.Storage;
using ConnectingPeople.Functions.Tests.Support;
using CsvHelper;

namespace ConnectingPeople.Functions.Tests.FollowUps;

/// <summary>Asks for exports and reads them as a researcher would.</summary>
public static class Exporting
{
    public const string Researcher = "researcher";

    public static ParticipantStore Participants(this App app) => new(app.Storage);

    /// <summary>Asks for an export, waits for it, and gives its id.</summary>
    public static async Task<string> ExportAsync(this App app)
    {
        Answer asked = await app.PostAsync(Researcher, "/api/exports", new { });
        Assert.Equal(HttpStatusCode.Accepted, asked.Status);
        string id = asked.Json.GetProperty("id").GetString()!;
        Assert.Equal($"/api/exports/{id}", asked.Location);
        await Deadline.UntilAsync(async () => (await app.GetAsync(Researcher, asked.Location!)).Json.GetProperty("state").GetString() == "complete");
        return id;
    }

    /// <summary>Downloads a file.</summary>
    public static async Task<HttpResponseMessage> DownloadAsync(this App app, string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"local-{Researcher}");
        return await app.Http.SendAsync(request);
    }

    public static async Task<byte[]> BytesAsync(this App app, string id, string file)
    {
        using HttpResponseMessage response = await app.DownloadAsync($"/api/exports/{id}/{file}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public static async Task<JsonElement> ManifestAsync(this App app, string id) =>
        JsonDocument.Parse(await app.BytesAsync(id, "manifest.json")).RootElement;

    /// <summary>The rows of a CSV file, each by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(byte[] csv)
    {
        List<IReadOnlyDictionary<string, string>> rows = [];
        using CsvReader reader = CsvReader.Create(csv, new CsvReaderOptions { HasHeader = true, Separator = ',' });
        while (reader.Read())
        {
            rows.Add(reader.Headers.ToArray().Select((header, i) => (header, reader.GetString(i))).ToDictionary());
        }

        return rows;
    }
}
