using System.Net;

namespace ConnectingPeople.Functions.Tests.Support;

/// <summary>Enrols people as an administrator would.</summary>
public static class People
{
    public const string Amira = "+447700900123";
    public const string AmirasInbox = "amira@example.org";
    public const string Practitioner = "pat@example.org";

    /// <summary>A form that is right in all its fields, checked in with on Thursdays at 11.</summary>
    public static Dictionary<string, object?> Form(string phone = Amira, string name = "Amira Khan") => new()
    {
        ["name"] = name,
        ["phone"] = phone,
        ["channel"] = "sms",
        ["agencyId"] = "north",
        ["practitionerEmail"] = Practitioner,
        ["clientGroup"] = "mental-health",
        ["consent"] = new { givenOn = "2026-01-02", version = "1" },
        ["goals"] = new[] { "Join the walking group" },
        ["checkInDay"] = "thursday",
        ["checkInTime"] = "11:00",
    };

    /// <summary>The same for somebody who is written to by email.</summary>
    public static Dictionary<string, object?> EmailForm(string email, string name = "Amira Khan")
    {
        Dictionary<string, object?> form = Form(name: name);
        form.Remove("phone");
        form["channel"] = "email";
        form["email"] = email;
        return form;
    }

    /// <summary>Adds the agency and the practitioner of <see cref="Form"/>.</summary>
    public static async Task AddStaffAsync(this App app)
    {
        await app.PutAsync("administrator", "/api/agencies/north", new { name = "North team", sector = "nhs" });
        await app.PutAsync("administrator", $"/api/staff/{Practitioner}", new { name = "Pat", agencyId = "north", role = "practitioner" });
    }

    /// <summary>Enrols somebody and gives their id.</summary>
    public static async Task<string> EnrolAsync(this App app, string phone = Amira, string name = "Amira Khan", string timeZone = "Europe/London")
    {
        await app.AddStaffAsync();
        Dictionary<string, object?> form = Form(phone, name);
        form["timeZone"] = timeZone;
        Answer enrolled = await app.PostAsync("administrator", "/api/participants", form);
        Assert.True(enrolled.Status == HttpStatusCode.Created, enrolled.Text);
        return enrolled.Json.GetProperty("id").GetString()!;
    }

    /// <summary>Enrols somebody who is written to by email and gives their id.</summary>
    public static async Task<string> EnrolByEmailAsync(this App app, string email = AmirasInbox, string checkInTime = "11:00", string timeZone = "Europe/London")
    {
        await app.AddStaffAsync();
        Dictionary<string, object?> form = EmailForm(email);
        form["checkInTime"] = checkInTime;
        form["timeZone"] = timeZone;
        Answer enrolled = await app.PostAsync("administrator", "/api/participants", form);
        Assert.True(enrolled.Status == HttpStatusCode.Created, enrolled.Text);
        return enrolled.Json.GetProperty("id").GetString()!;
    }
}
