using ConnectingPeople.Simulator.Study;
using Microsoft.AspNetCore.Http;

namespace ConnectingPeople.Local.Tests.Study;

public sealed class EnrollingTests
{
    private static readonly Enrolment Amira = new(Table.Amira, "Amira Hassan", Agency.At("riverside", Agency.Few), "mental-health", "Join a walking group");

    [Fact]
    public async Task An_administrator_enters_agency_staff_and_participant_in_this_order()
    {
        await using Table table = await Table.SetAsync();
        table.Study.Api["POST /api/participants"] = Results.Json(new { id = "CP-7K3M9Q" }, statusCode: 201);

        string? trouble = await table.Simulator.Enrolling.EnrolAsync(Amira, TestContext.Current.CancellationToken);

        Assert.Null(trouble);
        Assert.Equal("CP-7K3M9Q", table.Simulator.Phones.At(Table.Amira).ParticipantId);
        Assert.Equal(
            [
                """PUT /api/agencies/riverside Bearer local-administrator {"name":"Riverside Council","sector":"local-authority"}""",
                """PUT /api/staff/sam.okafor@riverside.example Bearer local-administrator {"name":"Sam Okafor","agencyId":"riverside","role":"practitioner","phone":"\u002B447700900811"}""",
                """PUT /api/staff/ruth.bell@riverside.example Bearer local-administrator {"name":"Ruth Bell","agencyId":"riverside","role":"supervisor","phone":"\u002B447700900812"}""",
                """POST /api/participants Bearer local-administrator {"name":"Amira Hassan","phone":"\u002B447700900001","email":null,"channel":"sms","language":"en-GB","timeZone":"Europe/London","agencyId":"riverside","practitionerEmail":"sam.okafor@riverside.example","clientGroup":"mental-health","ageBand":null,"gender":null,"consent":{"givenOn":"2026-03-02","version":"1"},"goals":["Join a walking group"],"checkInDay":null,"checkInTime":null}""",
            ],
            table.Study.Calls);
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_studys_own_words()
    {
        await using Table table = await Table.SetAsync();
        table.Study.Api["POST /api/participants"] = Results.Problem("The name is missing. Give the name the person goes by.", statusCode: 400);

        string? trouble = await table.Simulator.Enrolling.EnrolAsync(Amira, TestContext.Current.CancellationToken);

        Assert.Equal("The name is missing. Give the name the person goes by.", trouble);
        Assert.Null(table.Simulator.Phones.At(Table.Amira).ParticipantId);
    }
}
