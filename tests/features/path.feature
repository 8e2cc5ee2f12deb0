Feature: The path from a record to a result
  A clinician hands over a record and gets an explained answer, a report and an encrypted copy.

  Scenario: A man with chest pain
    Given the bundled chest pain record
    And encrypted records with a passphrase
    When it is analysed, stored and reported
    Then acute myocardial infarction leads the differential
    And the urgency is emergent
    And the father's heart attack is not the patient's
    And every drug check says what it looked at
    And options for treatment are offered
    And the report names the leading diagnosis and has numbered pages
    And the stored assessment is the one that was printed
    And no plaintext of the record lies in the data folder

  Scenario: A Chinese complaint
    Given the record "患者主诉：咳嗽，痰多，发热，无胸痛。"
    When it is analysed
    Then cough, sputum and fever are present
    And chest pain is absent
    And a chest infection leads the differential

  Scenario: A shopping list
    Given the record "milk, bread, two onions, washing powder, a birthday card for Jo"
    When it is analysed
    Then Bedside abstains and says what is needed
    And nothing is listed

  Scenario Outline: Bad input
    Given a file that is <kind>
    When it is handed over
    Then the answer is one plain sentence and exit status 2

    Examples:
      | kind           |
      | empty          |
      | huge           |
      | binary         |
      | wrongly coded  |
      | missing        |
